package org.antiphon.training.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.antiphon.clip.Progress;
import org.antiphon.model.ModelStore;
import org.antiphon.model.codec.Codec;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.Loop;
import org.antiphon.training.Recipe;
import org.antiphon.training.spectrogram.MelSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecObjectiveTest {

    private final NDManager manager = NDManager.newBaseManager();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void learnsToGiveBackWhatItWasGivenThroughAFewTokens() throws Exception {
        CodecObjective objective = objective(120);
        Map<String, Double> before;
        try (TensorScope scope = new TensorScope(manager)) {
            before = objective.validate(scope.manager());
        }
        Map<String, Double> after = new Loop(recipe(120), objective, folder, Progress.NONE, () -> 0)
                .run(false)
                .validation();
        assertThat(after.get("held-out-error")).isLessThan(0.4 * before.get("held-out-error"));
        assertThat(after.get("perplexity-0")).isGreaterThan(3);
    }

    @Test
    void gradientReachesEveryWeightThroughTheQuantiser() {
        CodecObjective objective = objective(1);
        objective.weights().requireGradients();
        try (TensorScope scope = new TensorScope(manager);
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                    objective.step(scope.manager(), 0, new SplittableRandom(1)).total());
            for (Map.Entry<String, NDArray> weight :
                    objective.weights().trained().entrySet()) {
                assertThat(weight.getValue().getGradient().abs().sum().getFloat())
                        .as(weight.getKey())
                        .isPositive();
            }
        }
    }

    @Test
    void aRunThatWasKilledGoesOnWithTheSameCodebooks() throws Exception {
        new Loop(recipe(12), objective(12), folder.resolve("whole"), Progress.NONE, () -> 0).run(false);
        Path killed = folder.resolve("killed");
        assertThatThrownBy(() -> new Loop(
                                recipe(12),
                                objective(12),
                                killed,
                                (stage, share) -> {
                                    if (share > 0.6) {
                                        throw new CancellationException("killed");
                                    }
                                },
                                () -> 0)
                        .run(false))
                .isInstanceOf(CancellationException.class);
        new Loop(recipe(12), objective(12), killed, Progress.NONE, () -> 0).run(true);
        assertThat(Files.readAllBytes(killed.resolve("weights.safetensors")))
                .isEqualTo(Files.readAllBytes(folder.resolve("whole/weights.safetensors")));
    }

    @Test
    void aFinishedRunIsAModelFolder() throws Exception {
        new Loop(recipe(1), objective(1), folder.resolve("codec/run"), Progress.NONE, () -> 0).run(false);
        try (ModelStore store = new ModelStore(folder, manager)) {
            assertThat(store.has("codec")).isTrue();
            assertThat(store.has("tokens")).isFalse();
            assertThat(Codec.open(store).config().codebooks()).isEqualTo(2);
        }
    }

    private CodecObjective objective(int steps) {
        return new CodecObjective(manager, recipe(steps), List.of(waves()), List.of(waves()));
    }

    private static Recipe recipe(int steps) {
        Map<String, Object> sizes = Map.of(
                "bins",
                100,
                "dim",
                16,
                "hidden",
                16,
                "blocks",
                1,
                "kernel",
                3,
                "codeDim",
                8,
                "codebooks",
                2,
                "entries",
                16);
        return new Recipe("codec", "tiny", 1, steps, 2, 0.02, 0, 0, 0.5, 10, 4, 1000, 0, sizes, Map.of(), null);
    }

    /** A recording whose bands rise and fall one after the other. */
    private static MelSource waves() {
        return new MelSource() {
            @Override
            public int steps() {
                return 300;
            }

            @Override
            public float[] latent(int from, int count) {
                throw new AssertionError("a codec hears only");
            }

            @Override
            public float[] mel(int from, int count) {
                float[] mel = new float[count * 100];
                for (int i = 0; i < mel.length; i++) {
                    mel[i] = (float) (-5 + 4 * Math.sin(0.02 * (from + i / 100) + 0.05 * (i % 100)));
                }
                return mel;
            }
        };
    }
}
