package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Weights;

/**
 * Teaches both encoders to write the annotated latent, to agree on its free channels (InfoNCE), and the video encoder
 * to find the control points. Finding and following are first taught apart: single pairs of frames from all over the
 * corpus teach the eye far more a second than windows do, whose frames are nearly alike, and annotated points teach
 * what a motion means long before the eye finds them.
 */
public final class LatentObjective implements Objective {

    private static final int PAIR = VideoEncoder.FRAMES_PER_TUBELET;

    private final Recipe recipe;
    private final LatentModelConfig config;
    private final LatentModel model;
    private final Shards shards;
    private final int frames;
    private final boolean video;
    private final int apart;
    private final int pairs;
    private final int joint;

    /**
     * Recipe data: {@code frames} a window (even); {@code video} false to teach the audio encoder alone; for so many
     * steps, {@code apart}, finding points ({@code pairs} of frames a step) and following annotated points (the
     * recipe's {@code batch} of windows) are taught side by side, then {@code joint} windows take the place of
     * the pairs, and of half the batch.
     *
     * <p>Recordings that nobody filmed are left out.
     *
     * @throws IllegalArgumentException if the recipe's window is odd or there is no training recording
     */
    public LatentObjective(Recipe recipe, Shards shards, NDManager device) {
        this.recipe = recipe;
        this.shards = shards.filmed();
        this.config = recipe.model(LatentModelConfig.class);
        this.frames = ((Number) recipe.data().getOrDefault("frames", 64)).intValue();
        this.video = (Boolean) recipe.data().getOrDefault("video", true);
        this.apart = ((Number) recipe.data().getOrDefault("apart", 0)).intValue();
        this.pairs = ((Number) recipe.data().getOrDefault("pairs", 48)).intValue();
        this.joint = ((Number) recipe.data().getOrDefault("joint", 8)).intValue();
        if (frames % 2 != 0 || this.shards.train().isEmpty()) {
            throw new IllegalArgumentException("training needs an even window (was " + frames
                    + " frames) and training recordings with video (found "
                    + this.shards.train().size() + ")");
        }
        model = new LatentModel(new Weights(device, recipe.seed()), config);
    }

    @Override
    public Weights weights() {
        return model.weights();
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        if (!video) {
            Map<String, NDArray> parts = new LinkedHashMap<>();
            return new Losses(described(windows(scope, recipe.batch(), random, false), null, parts), parts);
        }
        return step < apart ? apart(scope, random) : together(scope, random);
    }

    private LatentBatch windows(NDManager scope, int count, RandomGenerator random, boolean seen) {
        return LatentBatch.of(scope, LatentBatch.draw(shards.train(), count, frames, random), frames, seen);
    }

    /** Pairs of frames from all over the corpus teach where the points are, annotated points what they mean. */
    private Losses apart(NDManager scope, RandomGenerator random) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        return new Losses(located(pairs(scope, random), parts).add(told(scope, recipe.batch(), random, parts)), parts);
    }

    /** Windows as they will be met, found points with what the pictures show besides them; and annotated points still. */
    private Losses together(NDManager scope, RandomGenerator random) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        LatentBatch batch = windows(scope, joint, random, true);
        VideoEncoder.Look look = model.look(batch.frames(), batch.flow());
        NDArray total = PointLoss.of(look, batch.points(), config.video().cellsPerSide(), parts)
                .add(LatentLoss.of("seen", model.follow(look).raw(), batch.latent(), parts));
        return new Losses(total.add(told(scope, (recipe.batch() + 1) / 2, random, parts)), parts);
    }

    private NDArray told(NDManager scope, int count, RandomGenerator random, Map<String, NDArray> parts) {
        LatentBatch batch = windows(scope, count, random, false);
        return described(batch, model.follow(PointLoss.blurred(batch.points(), random)), parts);
    }

    private LatentBatch pairs(NDManager scope, RandomGenerator random) {
        return LatentBatch.of(scope, LatentBatch.draw(shards.train(), pairs, PAIR, random), PAIR, true);
    }

    private NDArray located(LatentBatch batch, Map<String, NDArray> parts) {
        return PointLoss.of(
                model.look(batch.frames(), batch.flow()),
                batch.points(),
                config.video().cellsPerSide(),
                parts);
    }

    private NDArray described(LatentBatch batch, LatentModel.Encoded seen, Map<String, NDArray> parts) {
        return EncoderLosses.described(model, batch, seen, parts);
    }

    private FixedWindows fixed() {
        return new FixedWindows(
                shards,
                (examples, count) ->
                        LatentBatch.draw(examples, count, frames, new BatchRandom(recipe.seed() + 1)).stream()
                                .map(window -> new LatentBatch.Window(
                                        window.example(), window.from(), PictureVariation.none()))
                                .toList());
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        return fixed().mean(scope, (part, windows, sums) -> {
            LatentBatch batch = LatentBatch.of(part, windows, frames, video);
            Map<String, NDArray> parts = new LinkedHashMap<>();
            LatentModel.Encoded seen = null;
            if (video) {
                VideoEncoder.Look look = model.look(batch.frames(), batch.flow());
                PointLoss.of(look, batch.points(), config.video().cellsPerSide(), parts);
                seen = model.follow(look);
                EncoderLosses.score("video", seen.latent(), batch.latent(), sums);
                NDArray told = model.follow(batch.points().get("..., 0:2")).latent();
                EncoderLosses.score("skeleton", told, batch.latent(), sums);
            }
            described(batch, seen, parts);
            parts.forEach((name, value) -> sums.merge("held-out-" + name, Replicas.scalar(value), Double::sum));
            EncoderLosses.score("audio", model.hear(batch.mel()).latent(), batch.latent(), sums);
        });
    }

    @Override
    public void save(Path folder) throws IOException {
        fixed().calibrate(model, (scope, windows) -> {
            LatentBatch batch = LatentBatch.of(scope, windows, frames, video);
            LatentModel.Encoded seen = video ? model.see(batch.frames(), batch.flow()) : null;
            return new FixedWindows.Made(batch, model.hear(batch.mel()), seen);
        });
        ConfigFile.write(folder, config);
    }

    @Override
    public void close() {
        model.close();
    }
}
