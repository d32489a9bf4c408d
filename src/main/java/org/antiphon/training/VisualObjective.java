package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.model.latent.VisualConfig;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TensorScope;
import org.antiphon.nn.Weights;

/**
 * Teaches a latent model that sees with a published ViViT: both encoders to write the annotated latent and to agree, and
 * the eye where the control points are. A frozen ViViT looks at every recording once; one that is trained further looks at
 * every window anew, varied in light, place and size.
 */
final class VisualObjective implements Objective {

    private static final int CALIBRATION_WINDOWS = 64;
    private static final int VALIDATION_WINDOWS = 24;
    private static final int CHUNK = 8;
    private static final double POINT_WEIGHT = 10;

    private final Recipe recipe;
    private final LatentModelConfig config;
    private final LatentModel model;
    private final Shards shards;
    private final SlotCache cache;
    private final int frames;

    /**
     * Recipe data: {@code frames} a window, which slots must fill.
     *
     * @param cache folder for what a frozen ViViT sees
     * @throws UncheckedIOException if the checkpoint cannot be read
     */
    VisualObjective(Recipe recipe, LatentModelConfig asked, Shards shards, Path cache, NDManager device) {
        this.recipe = recipe;
        this.shards = shards;
        this.frames = ((Number) recipe.data().getOrDefault("frames", 64)).intValue();
        if (frames % VideoEncoder.FRAMES_PER_TUBELET != 0 || shards.train().isEmpty()) {
            throw new IllegalArgumentException("training needs an even window (was " + frames
                    + " frames) and training recordings with video (found "
                    + shards.train().size() + ")");
        }
        try {
            config = asked.resolved();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        model = LatentModel.begin(new Weights(device, recipe.seed()), config);
        this.cache = new SlotCache(model, config.visual(), cache);
    }

    @Override
    public Weights weights() {
        return model.weights();
    }

    private boolean frozen() {
        return config.visual().frozen();
    }

    /** Windows, and what the eye sees in them. */
    private record Seen(LatentBatch batch, VideoEncoder.Look look) {}

    private Seen look(NDManager scope, List<LatentBatch.Window> windows) {
        LatentBatch batch = LatentBatch.of(scope, windows, frames, !frozen());
        if (!frozen()) {
            return new Seen(batch, model.look(batch.frames(), batch.flow()));
        }
        VisualConfig visual = config.visual();
        int slots = frames / visual.sizes().slotFrames();
        int each = slots * visual.sizes().dim();
        float[] features = new float[windows.size() * each];
        for (int i = 0; i < windows.size(); i++) {
            LatentBatch.Window window = windows.get(i);
            System.arraycopy(cache.slots(window.example(), window.from(), frames), 0, features, i * each, each);
        }
        Shape shape = new Shape(windows.size(), slots, visual.sizes().dim());
        return new Seen(batch, model.look(scope.create(features, shape)));
    }

    /** Windows that begin at a slot; of a frozen eye's, which saw the pictures as they are, none is varied. */
    private List<LatentBatch.Window> draw(List<Example> examples, int count, RandomGenerator random, boolean vary) {
        int perSlot = config.visual().sizes().slotFrames();
        return LatentBatch.draw(examples, count, frames, random).stream()
                .map(window -> new LatentBatch.Window(
                        window.example(),
                        window.from() / perSlot * perSlot,
                        vary ? window.variation() : PictureVariation.none()))
                .toList();
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        return new Losses(loss(look(scope, draw(shards.train(), recipe.batch(), random, !frozen())), parts), parts);
    }

    private NDArray loss(Seen seen, Map<String, NDArray> parts) {
        NDArray points = PointLoss.distance(seen.look().points(), seen.batch().points());
        parts.put("points", points);
        return EncoderLosses.described(model, seen.batch(), model.follow(seen.look()), parts)
                .add(Scalars.times(points, POINT_WEIGHT));
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        Map<String, Double> sums = new LinkedHashMap<>();
        List<LatentBatch.Window> windows = fixed(heldOut(), VALIDATION_WINDOWS);
        int chunks = 0;
        for (int from = 0; from + CHUNK <= windows.size(); from += CHUNK, chunks++) {
            try (TensorScope part = new TensorScope(scope)) {
                Seen seen = look(part.manager(), windows.subList(from, from + CHUNK));
                Map<String, NDArray> parts = new LinkedHashMap<>();
                loss(seen, parts);
                parts.forEach((name, value) -> sums.merge("held-out-" + name, Replicas.scalar(value), Double::sum));
                NDArray truth = seen.batch().latent();
                EncoderLosses.score("video", model.follow(seen.look()).latent(), truth, sums);
                EncoderLosses.score("audio", model.hear(seen.batch().mel()).latent(), truth, sums);
            }
        }
        int count = Math.max(1, chunks);
        sums.replaceAll((name, sum) -> sum / count);
        return sums;
    }

    private List<Example> heldOut() {
        return shards.validation().isEmpty() ? shards.train() : shards.validation();
    }

    private List<LatentBatch.Window> fixed(List<Example> examples, int count) {
        return draw(examples, count, new BatchRandom(recipe.seed() + 1), false);
    }

    @Override
    public void save(Path folder) throws IOException {
        Judged training = judged(fixed(shards.train(), CALIBRATION_WINDOWS));
        Judged heldOut = judged(fixed(heldOut(), CALIBRATION_WINDOWS));
        model.audioDomain().fit(training.heard(), heldOut.heard(), EncoderLosses.rightness("audio", heldOut.scores()));
        model.videoDomain().fit(training.seen(), heldOut.seen(), EncoderLosses.rightness("video", heldOut.scores()));
        ConfigFile.write(folder, config);
    }

    /** Pooled features of windows by both encoders, one row each, and mean scores. */
    private record Judged(float[][] heard, float[][] seen, Map<String, Double> scores) {}

    private Judged judged(List<LatentBatch.Window> windows) {
        List<float[]> heard = new ArrayList<>();
        List<float[]> seen = new ArrayList<>();
        Map<String, Double> scores = new LinkedHashMap<>();
        int chunks = 0;
        for (int from = 0; from < windows.size(); from += CHUNK, chunks++) {
            try (TensorScope scope = new TensorScope(weights().manager())) {
                Seen now = look(scope.manager(), windows.subList(from, from + CHUNK));
                EncoderLosses.judge("audio", model.hear(now.batch().mel()), now.batch(), heard, scores);
                EncoderLosses.judge("video", model.follow(now.look()), now.batch(), seen, scores);
            }
        }
        int count = chunks;
        scores.replaceAll((name, sum) -> sum / count);
        return new Judged(heard.toArray(float[][]::new), seen.toArray(float[][]::new), scores);
    }

    @Override
    public void close() {
        model.close();
    }
}
