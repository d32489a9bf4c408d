package org.antiphon.training.vocoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.Loop;
import org.antiphon.training.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocoderObjectiveTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void gradientReachesEveryWeight() {
        VocoderObjective objective = objective(recipe(1));
        objective.weights().requireGradients();
        try (TensorScope scope = new TensorScope(manager);
                GradientCollector collector = ai.djl.engine.Engine.getInstance().newGradientCollector()) {
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
    void learnsOneSound(@TempDir Path folder) throws Exception {
        VocoderObjective objective = objective(recipe(15));
        Map<String, Double> before;
        try (TensorScope scope = new TensorScope(manager)) {
            before = objective.validate(scope.manager());
        }
        Map<String, Double> after = new Loop(recipe(15), objective, folder, Progress.NONE, () -> 0)
                .run(false)
                .validation();
        assertThat(after.get("held-out-magnitude")).isLessThan(0.9 * before.get("held-out-magnitude"));
        assertThat(after.get("held-out-bin-phase")).isLessThan(before.get("held-out-bin-phase"));
        assertThat(Files.readString(folder.resolve("config.json"))).contains("\"dim\" : 16");
    }

    private VocoderObjective objective(Recipe recipe) {
        float[] samples = new float[24_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.sin(0.115 * i) + 0.2 * Math.sin(0.23 * i));
        }
        SoundCrops sounds = new SoundCrops();
        sounds.add(new Waveform(samples, SampleRate.MODEL));
        return new VocoderObjective(manager, recipe, sounds, sounds);
    }

    private static Recipe recipe(int steps) {
        return new Recipe(
                "vocoder",
                "tiny",
                1,
                steps,
                2,
                0.01,
                0,
                0,
                0.5,
                10,
                1000,
                1000,
                0,
                Map.of("bins", 100, "dim", 16, "hidden", 32, "blocks", 1, "kernel", 3, "fft", 1024, "hop", 240),
                Map.of(),
                null);
    }
}
