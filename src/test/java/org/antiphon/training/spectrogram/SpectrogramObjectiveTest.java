package org.antiphon.training.spectrogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.clip.Progress;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.Loop;
import org.antiphon.training.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectrogramObjectiveTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void learnsThatLoudMeansLoud(@TempDir Path folder) throws Exception {
        SpectrogramObjective objective = objective(recipe(25));
        Map<String, Double> before;
        try (TensorScope scope = new TensorScope(manager)) {
            before = objective.validate(scope.manager());
        }
        Map<String, Double> after = new Loop(recipe(25), objective, folder, Progress.NONE, () -> 0)
                .run(false)
                .validation();
        assertThat(after.get("held-out-regression")).isLessThan(0.6 * before.get("held-out-regression"));
        assertThat(after.get("held-out-flow")).isLessThan(before.get("held-out-flow"));
    }

    @Test
    void gradientReachesEveryWeight() {
        SpectrogramObjective objective = objective(recipe(1));
        objective.weights().requireGradients();
        // the last layer begins as zero and the modulations as identity: after it has moved, all others feel it
        objective.weights().all().get("leave.weight").addi(0.1f);
        objective.weights().trained().forEach((name, weight) -> {
            if (name.contains("modulation")) {
                weight.addi(0.1f);
            }
        });
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
    void refusesARecipeForAnotherLatent() {
        Recipe wrong = new Recipe(
                "spectrogram",
                "wrong",
                1,
                1,
                1,
                0.1,
                0,
                0,
                0.5,
                1,
                1,
                1,
                0,
                Map.of(
                        "channels",
                        7,
                        "bins",
                        100,
                        "dim",
                        8,
                        "hidden",
                        8,
                        "regressionBlocks",
                        1,
                        "flowBlocks",
                        1,
                        "kernel",
                        3,
                        "spread",
                        0.5),
                Map.of(),
                null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramObjective(manager, wrong, List.of(level()), List.of(level())))
                .withMessageContaining("7");
    }

    @Test
    void disturbanceKeepsProbabilitiesProbable() {
        for (int seed = 0; seed < 50; seed++) {
            float[] latent = level().latent(0, 100);
            for (int i = LatentLayout.ATTACK * 100; i < LatentLayout.LEARNED * 100; i += 7) {
                latent[i] = 1;
            }
            LatentDisturbance.disturb(latent, 100, new SplittableRandom(seed));
            for (int i = LatentLayout.ATTACK * 100; i < LatentLayout.LEARNED * 100; i++) {
                assertThat(latent[i]).isBetween(0f, 1f);
            }
        }
    }

    private SpectrogramObjective objective(Recipe recipe) {
        return new SpectrogramObjective(manager, recipe, List.of(level()), List.of(level()));
    }

    private static Recipe recipe(int steps) {
        return new Recipe(
                "spectrogram",
                "tiny",
                1,
                steps,
                2,
                0.02,
                0,
                0,
                0.5,
                10,
                1000,
                1000,
                0,
                Map.of(
                        "channels",
                        LatentLayout.CHANNELS,
                        "bins",
                        100,
                        "dim",
                        16,
                        "hidden",
                        16,
                        "regressionBlocks",
                        1,
                        "flowBlocks",
                        1,
                        "kernel",
                        3,
                        "spread",
                        0.5),
                Map.of(),
                null);
    }

    /** A recording whose mel follows its loudness. */
    private static MelSource level() {
        return new MelSource() {
            @Override
            public int steps() {
                return 300;
            }

            @Override
            public float[] latent(int from, int count) {
                float[] latent = new float[LatentLayout.CHANNELS * count];
                for (int t = 0; t < count; t++) {
                    latent[LatentLayout.LOUDNESS * count + t] = loudness(from + t);
                }
                return latent;
            }

            @Override
            public float[] mel(int from, int count) {
                float[] mel = new float[count * 100];
                for (int i = 0; i < mel.length; i++) {
                    mel[i] = -5 + 4 * loudness((from + i / 100) / 2);
                }
                return mel;
            }

            private float loudness(int step) {
                return (float) Math.sin(0.1 * step);
            }
        };
    }
}
