package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TensorScope;
import org.antiphon.nn.Weights;

/**
 * Teaches both encoders to write the annotated latent, to agree on its free channels (InfoNCE), and the video encoder
 * to find the control points.
 */
public final class LatentObjective implements Objective {

    private static final int CALIBRATION_WINDOWS = 64;
    private static final int VALIDATION_WINDOWS = 24;
    private static final int CHUNK = 8;
    private static final double POINT_WEIGHT = 20;

    private final Recipe recipe;
    private final LatentModelConfig config;
    private final LatentModel model;
    private final Shards shards;
    private final int frames;
    private final boolean video;

    /**
     * Recipe data: {@code frames} a window (even), {@code video} false to teach the audio encoder alone.
     *
     * @throws IllegalArgumentException if the recipe's window is odd or there is no training recording
     */
    public LatentObjective(Recipe recipe, Shards shards, NDManager device) {
        this.recipe = recipe;
        this.shards = shards;
        this.config = recipe.model(LatentModelConfig.class);
        this.frames = ((Number) recipe.data().getOrDefault("frames", 64)).intValue();
        this.video = (Boolean) recipe.data().getOrDefault("video", true);
        if (frames % 2 != 0 || shards.train().isEmpty()) {
            throw new IllegalArgumentException("training needs an even window (was " + frames
                    + " frames) and training recordings (found " + shards.train().size() + ")");
        }
        model = new LatentModel(new Weights(device, recipe.seed()), config);
    }

    @Override
    public Weights weights() {
        return model.weights();
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        List<LatentBatch.Window> windows = LatentBatch.draw(shards.train(), recipe.batch(), frames, random);
        return losses(LatentBatch.of(scope, windows, frames));
    }

    private Losses losses(LatentBatch batch) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        LatentModel.Encoded heard = model.hear(batch.mel());
        NDArray total = LatentLoss.of("audio", heard.raw(), batch.latent(), parts);
        if (video) {
            LatentModel.Encoded seen = model.see(batch.frames(), batch.flow());
            total = total.add(LatentLoss.of("video", seen.raw(), batch.latent(), parts));
            NDArray points = pointError(seen.points(), batch.points());
            NDArray contrast = LatentLoss.contrast(seen.latent(), heard.latent());
            parts.put("points", points);
            parts.put("contrast", contrast);
            total = total.add(Scalars.times(points, POINT_WEIGHT)).add(Scalars.times(contrast, 0.3));
        }
        return new Losses(total, parts);
    }

    /** Mean distance in picture widths, of the points that are seen. */
    private static NDArray pointError(NDArray found, NDArray truth) {
        NDArray seen = truth.get("..., 2:3").minimum(1);
        NDArray gap = found.sub(truth.get("..., 0:2")).abs().mul(seen);
        return gap.sum().div(seen.sum().add(1));
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        Map<String, Double> sums = new LinkedHashMap<>();
        List<LatentBatch.Window> windows = fixedWindows(heldOut(), VALIDATION_WINDOWS);
        int chunks = 0;
        for (int from = 0; from + CHUNK <= windows.size(); from += CHUNK) {
            chunks++;
            try (TensorScope part = new TensorScope(scope)) {
                LatentBatch batch = LatentBatch.of(part.manager(), windows.subList(from, from + CHUNK), frames);
                losses(batch).parts().forEach((name, value) ->
                        sums.merge("held-out-" + name, Loop.scalar(value), Double::sum));
                score("audio", model.hear(batch.mel()).latent(), batch.latent(), sums);
                if (video) {
                    score("video", model.see(batch.frames(), batch.flow()).latent(), batch.latent(), sums);
                }
            }
        }
        int count = Math.max(1, chunks);
        sums.replaceAll((name, sum) -> sum / count);
        return sums;
    }

    /** Share of voiced steps whose strongest semitone is a true one, and F1 of attacks per semitone and step ±1. */
    private static void score(String prefix, NDArray latent, NDArray truth, Map<String, Double> sums) {
        LatentScore score = LatentScore.of(latent.toFloatArray(), truth.toFloatArray(), (int) latent.getShape().get(2));
        sums.merge(prefix + "-pitch-accuracy", score.pitchAccuracy(), Double::sum);
        sums.merge(prefix + "-attack-f1", score.attackF1(), Double::sum);
        sums.merge(prefix + "-onset-f1", score.onsetF1(), Double::sum);
    }

    private List<Example> heldOut() {
        return shards.validation().isEmpty() ? shards.train() : shards.validation();
    }

    private List<LatentBatch.Window> fixedWindows(List<Example> examples, int count) {
        BatchRandom random = new BatchRandom(recipe.seed() + 1);
        return LatentBatch.draw(examples, count, frames, random).stream()
                .map(window -> new LatentBatch.Window(window.example(), window.from(), PictureVariation.none()))
                .toList();
    }

    @Override
    public void save(Path folder) throws IOException {
        calibrate();
        Files.write(
                folder.resolve("config.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(config));
    }

    /** Fits both domain models to windows of the training and the held-out recordings. */
    private void calibrate() {
        float[][][] training = pooled(fixedWindows(shards.train(), CALIBRATION_WINDOWS));
        float[][][] heldOut = pooled(fixedWindows(heldOut(), CALIBRATION_WINDOWS));
        model.audioDomain().fit(training[0], heldOut[0]);
        if (video) {
            model.videoDomain().fit(training[1], heldOut[1]);
        }
    }

    private float[][][] pooled(List<LatentBatch.Window> windows) {
        List<float[]> heard = new ArrayList<>();
        List<float[]> seen = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += CHUNK) {
            try (TensorScope scope = new TensorScope(weights().manager())) {
                LatentBatch batch = LatentBatch.of(scope.manager(), windows.subList(from, from + CHUNK), frames);
                rows(model.hear(batch.mel()).pooled(), heard);
                if (video) {
                    rows(model.see(batch.frames(), batch.flow()).pooled(), seen);
                }
            }
        }
        return new float[][][] {heard.toArray(float[][]::new), seen.toArray(float[][]::new)};
    }

    private static void rows(NDArray pooled, List<float[]> into) {
        int dim = (int) pooled.getShape().get(1);
        float[] values = pooled.toFloatArray();
        for (int i = 0; i < pooled.getShape().get(0); i++) {
            into.add(java.util.Arrays.copyOfRange(values, i * dim, (i + 1) * dim));
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
