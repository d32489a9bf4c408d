package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Progress;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopTest {

    @TempDir
    Path folder;

    private static Recipe recipe(int steps) {
        return new Recipe("toy", "line", 5, steps, 8, 0.05, 3, 0, 0.9, 1, 10, 10, 0, Map.of(), Map.of());
    }

    /** Learns y = 2x − 1 from random points. */
    private static final class Line implements Objective {

        private final Weights weights;
        private final Linear linear;

        Line(NDManager manager) {
            weights = new Weights(manager, 5);
            linear = new Linear(weights.root(), 1, 1);
        }

        @Override
        public Weights weights() {
            return weights;
        }

        @Override
        public Losses step(NDManager scope, long step, RandomGenerator random) {
            float[] x = new float[8];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat();
            }
            NDArray in = scope.create(x, new Shape(8, 1));
            NDArray loss = linear.apply(in).sub(in.mul(2).sub(1)).square().mean();
            return new Losses(loss.mul(1.0), Map.of("square", loss));
        }

        @Override
        public Map<String, Double> validate(NDManager scope) {
            return Map.of("held-out", (double)
                    linear.apply(scope.ones(new Shape(1, 1))).getFloat());
        }

        @Override
        public void save(Path where) throws java.io.IOException {
            Files.writeString(where.resolve("config.json"), "{}");
        }

        @Override
        public void close() {
            weights.close();
        }
    }

    private Loop.Outcome run(Path where, int steps, boolean resume, Progress progress) throws Exception {
        try (NDManager manager = NDManager.newBaseManager();
                Line line = new Line(manager)) {
            return new Loop(recipe(steps), line, where, progress, () -> 0).run(resume);
        }
    }

    @Test
    void learnsAndLeavesAModelFolder() throws Exception {
        Loop.Outcome outcome = run(folder, 200, false, Progress.NONE);
        assertThat(outcome.steps()).isEqualTo(200);
        assertThat(outcome.validation().get("held-out")).isCloseTo(1.0, org.assertj.core.data.Offset.offset(0.05));
        assertThat(folder.resolve("config.json")).exists();
        assertThat(Safetensors.read(folder.resolve("weights.safetensors"))).containsKeys("weight", "bias");
        assertThat(Files.readString(folder.resolve("losses.svg")))
                .contains("polyline")
                .contains("held-out");
        assertThat(Files.readAllLines(folder.resolve("losses.csv")).get(0)).isEqualTo("step,name,value");
    }

    @Test
    void aRunThatWasKilledGoesOnAsIfItHadNotBeen() throws Exception {
        run(folder.resolve("whole"), 40, false, Progress.NONE);
        assertThatThrownBy(() -> run(folder.resolve("killed"), 40, false, (stage, share) -> {
                    if (share > 0.6) {
                        throw new CancellationException("killed");
                    }
                }))
                .isInstanceOf(CancellationException.class);
        run(folder.resolve("killed"), 40, true, Progress.NONE);
        assertThat(Files.readAllBytes(folder.resolve("killed/weights.safetensors")))
                .isEqualTo(Files.readAllBytes(folder.resolve("whole/weights.safetensors")));
        assertThat(Files.readAllLines(folder.resolve("killed/losses.csv")))
                .isEqualTo(Files.readAllLines(folder.resolve("whole/losses.csv")));
    }

    @Test
    void readsARecipeAndNamesAFieldItDoesNotKnow() throws Exception {
        Path yaml = folder.resolve("recipe.yaml");
        String text = "family: latent\nname: x\nseed: 1\nsteps: 10\nbatch: 2\nlearningRate: 0.1\nwarmup: 1\n"
                + "weightDecay: 0\nemaDecay: 0.9\nclip: 1\ncheckpointEvery: 5\nvalidateEvery: 5\nminutes: 0\n";
        Files.writeString(yaml, text);
        assertThat(Recipe.read(yaml).steps()).isEqualTo(10);
        Files.writeString(yaml, text + "bathc: 3\n");
        assertThatThrownBy(() -> Recipe.read(yaml))
                .hasMessageContaining("bathc")
                .hasMessageContaining("recipe.yaml");
        Files.writeString(yaml, text.replace("steps: 10", "steps: 0"));
        assertThatThrownBy(() -> Recipe.read(yaml)).hasMessageContaining("steps");
    }

    @Test
    void theLearningRateWarmsUpAndFalls() {
        Recipe recipe = recipe(100);
        assertThat(recipe.learningRateAt(0)).isLessThan(recipe.learningRateAt(2));
        assertThat(recipe.learningRateAt(3)).isCloseTo(0.05, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(recipe.learningRateAt(100)).isCloseTo(0.0025, org.assertj.core.data.Offset.offset(1e-9));
    }
}
