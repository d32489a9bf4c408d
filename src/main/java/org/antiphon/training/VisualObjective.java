package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.model.latent.VisualConfig;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Teaches a latent model that sees with a published ViViT: both encoders to write the annotated latent and to agree, and
 * the eye where the control points are. A frozen ViViT looks at every recording once; one that is trained further looks at
 * every window anew, varied in light, place and size.
 */
final class VisualObjective implements Objective {

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

    private FixedWindows fixed() {
        return new FixedWindows(
                shards, (examples, count) -> draw(examples, count, new BatchRandom(recipe.seed() + 1), false));
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        return fixed().mean(scope, (part, windows, sums) -> {
            Seen seen = look(part, windows);
            Map<String, NDArray> parts = new LinkedHashMap<>();
            loss(seen, parts);
            parts.forEach((name, value) -> sums.merge("held-out-" + name, Replicas.scalar(value), Double::sum));
            NDArray truth = seen.batch().latent();
            EncoderLosses.score("video", model.follow(seen.look()).latent(), truth, sums);
            EncoderLosses.score("audio", model.hear(seen.batch().mel()).latent(), truth, sums);
        });
    }

    @Override
    public void save(Path folder) throws IOException {
        fixed().calibrate(model, (scope, windows) -> {
            Seen now = look(scope, windows);
            return new FixedWindows.Made(now.batch(), model.hear(now.batch().mel()), model.follow(now.look()));
        });
        ConfigFile.write(folder, config);
    }

    @Override
    public void close() {
        model.close();
    }
}
