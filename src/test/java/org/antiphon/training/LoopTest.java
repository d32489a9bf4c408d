package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Progress;
import org.antiphon.model.ModelFolder;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopTest {

    @TempDir
    Path folder;

    private static Recipe recipe(int steps) {
        return new Recipe("toy", "line", 5, steps, 8, 0.05, 3, 0, 0.9, 1, 10, 10, 0, Map.of(), Map.of(), null);
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

    private static Recipe stopping(String best) {
        return new Recipe(
                "toy",
                "line",
                5,
                500,
                8,
                0.05,
                3,
                0,
                0.9,
                1,
                10,
                10,
                0,
                Map.of(),
                Map.of(),
                new EarlyStop("held-out", best, 3));
    }

    /** Measures 5, 4, 3, then 3 for ever. */
    private static final class Stalling implements Objective {

        private final Line line;
        private final List<Map<String, Safetensors.Tensor>> validated = new ArrayList<>();

        Stalling(NDManager manager) {
            line = new Line(manager);
        }

        @Override
        public Weights weights() {
            return line.weights();
        }

        @Override
        public Losses step(NDManager scope, long step, RandomGenerator random) {
            return line.step(scope, step, random);
        }

        @Override
        public Map<String, Double> validate(NDManager scope) {
            validated.add(weights().snapshot());
            return Map.of("held-out", Math.max(3.0, 6.0 - validated.size()));
        }

        @Override
        public void save(Path where) throws java.io.IOException {
            line.save(where);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    @Test
    void stopsWhenNothingGetsBetterAndLeavesTheBestWeights() throws Exception {
        try (NDManager manager = NDManager.newBaseManager();
                Stalling stalling = new Stalling(manager)) {
            Loop.Outcome outcome = new Loop(stopping("least"), stalling, folder, Progress.NONE, () -> 0).run(false);
            assertThat(outcome.steps())
                    .as("three good validations and three of patience")
                    .isEqualTo(60);
            Map<String, Safetensors.Tensor> best = stalling.validated.get(2);
            Safetensors.read(folder.resolve("weights.safetensors"))
                    .forEach((name, tensor) -> assertThat(tensor.values())
                            .usingComparatorWithPrecision(2e-3f)
                            .containsExactly(best.get(name).values()));
            assertThat(folder.resolve("SHA256SUMS"))
                    .content()
                    .contains(ModelFolder.sha256(folder.resolve("weights.safetensors")));
        }
    }

    @Test
    void howLongItHasWaitedIsPartOfACheckpoint() throws Exception {
        Path killed = folder.resolve("killed");
        try (NDManager manager = NDManager.newBaseManager();
                Stalling stalling = new Stalling(manager)) {
            assertThatThrownBy(() -> new Loop(
                                    stopping("most"),
                                    stalling,
                                    killed,
                                    (stage, share) -> {
                                        if (share > 0.045) {
                                            throw new CancellationException("killed");
                                        }
                                    },
                                    () -> 0)
                            .run(false))
                    .isInstanceOf(CancellationException.class);
            Loop.Outcome outcome = new Loop(stopping("most"), stalling, killed, Progress.NONE, () -> 0).run(true);
            assertThat(outcome.steps())
                    .as("one good validation and three of patience")
                    .isEqualTo(40);
        }
    }

    @Test
    void aStopThatWatchesNothingSaysWhatThereIs() {
        assertThatThrownBy(
                        () -> new EarlyStop("f1", "most", 2).after(EarlyStop.Standing.BEGIN, Map.of("held-out", 1.0)))
                .hasMessageContaining("f1")
                .hasMessageContaining("held-out");
        assertThatThrownBy(() -> new EarlyStop("f1", "best", 2)).hasMessageContaining("least or most");
    }

    /** Takes two batches a step and the mean of their losses. */
    private record Twice(Line line) implements Objective {

        @Override
        public Weights weights() {
            return line.weights();
        }

        @Override
        public Losses step(NDManager scope, long step, RandomGenerator random) {
            NDArray one = line.step(scope, step, random).total();
            NDArray other = line.step(scope, step, random).total();
            return new Losses(one.add(other).mul(0.5), Map.of());
        }

        @Override
        public Map<String, Double> validate(NDManager scope) {
            return line.validate(scope);
        }

        @Override
        public void save(Path where) throws java.io.IOException {
            line.save(where);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    @Test
    void twoDevicesLearnFromTheMeanOfTheirGradients() throws Exception {
        try (NDManager manager = NDManager.newBaseManager();
                Line one = new Line(manager);
                Line other = new Line(manager);
                Line alone = new Line(manager)) {
            other.weights().trained().values().forEach(array -> array.addi(7f)); // follows the first from the start
            new Loop(recipe(20), List.of(one, other), folder.resolve("two"), Progress.NONE, () -> 0).run(false);
            new Loop(recipe(20), new Twice(alone), folder.resolve("alone"), Progress.NONE, () -> 0).run(false);
            Map<String, Safetensors.Tensor> expected = alone.weights().snapshot();
            for (Line line : List.of(one, other)) {
                line.weights().snapshot().forEach((name, tensor) -> assertThat(tensor.values())
                        .as(name)
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(expected.get(name).values()));
            }
        }
    }

    @Test
    void readsARecipeAndNamesAFieldItDoesNotKnow() throws Exception {
        Path yaml = folder.resolve("recipe.yaml");
        String text = "family: latent\nname: x\nseed: 1\nsteps: 10\nbatch: 2\nlearningRate: 0.1\nwarmup: 1\n"
                + "weightDecay: 0\nemaDecay: 0.9\nclip: 1\ncheckpointEvery: 5\nvalidateEvery: 5\nminutes: 0\n";
        Files.writeString(yaml, text);
        assertThat(Recipe.read(yaml).steps()).isEqualTo(10);
        assertThat(Recipe.read(yaml).stop()).isNull();
        Files.writeString(yaml, text + "stop: {watch: f1, best: most, patience: 4}\n");
        assertThat(Recipe.read(yaml).stop()).isEqualTo(new EarlyStop("f1", "most", 4));
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
