package org.antiphon.training.flowfield;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.flowfield.MotionGenerator;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.InstrumentShares;
import org.antiphon.training.Loop;
import org.antiphon.training.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFieldObjectiveTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void gradientReachesEveryWeight() {
        FlowFieldObjective objective = objective(recipe(1));
        objective.weights().trained().values().forEach(weight -> weight.addi(0.01f)); // zeros let nothing through
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
    void learnsOneArm(@TempDir Path folder) throws Exception {
        FlowFieldObjective objective = objective(recipe(60));
        Map<String, Double> after = new Loop(recipe(60), objective, folder, Progress.NONE, () -> 0)
                .run(false)
                .validation();
        assertThat(after.get("expected-points-share")).isLessThan(0.6);
        assertThat(after.get("true-points-flow-share")).isLessThan(0.8);
        assertThat(Files.readString(folder.resolve("config.json"))).contains("\"spread\" : 0.5");
    }

    @Test
    void learnsHowFarAPriorLeansFromTheMomentItShows(@TempDir Path folder) throws Exception {
        Random random = new Random(3);
        List<MotionSource> sources = new ArrayList<>(List.of(new Arm()));
        for (int i = 0; i < 24; i++) {
            sources.add(new Leaning(random.nextFloat()));
        }
        FlowFieldObjective objective = new FlowFieldObjective(manager, recipe(90), sources, sources);
        new Loop(recipe(90), objective, folder, Progress.NONE, () -> 0).run(false);
        MotionGenerator generator = new MotionGenerator(objective.model(), 0, 0);
        double told = 0;
        double untold = 0;
        for (float phase = 0.05f; phase < 1; phase += 0.1f) {
            Leaning unseen = new Leaning(phase);
            told += unseen.error(generator, manager, OptionalInt.of(0));
            untold += unseen.error(generator, manager, OptionalInt.empty());
        }
        assertThat(told).isLessThan(0.6 * untold);
    }

    @Test
    void flowBetweenTwoFramesGoesThroughTheFirst() {
        List<FlowField> fields = new Arm().flow();
        FlowPair pair = FlowPair.of(fields, 1, 2);
        int bar = 30 * 64 + 32; // in field 2 the bar has moved twice as far as in field 1
        assertThat(fields.get(2).dx()[bar]).isEqualTo(-8);
        assertThat(pair.known()[bar]).isEqualTo(1);
        assertThat(pair.flow()[bar]).isEqualTo(-4);
        int uncovered = 30 * 64 + 25; // where the bar was at first: nobody knows what is behind it
        assertThat(pair.judged()[uncovered]).isZero();
        assertThat(pair.visible()[5]).isEqualTo(1);
    }

    @Test
    void flowToTheFirstFrameIsKnownAlsoWhereItShowsNothing() {
        FlowPair pair = FlowPair.of(new Arm().flow(), 0, 2);
        int uncovered = 30 * 64 + 25;
        assertThat(pair.visible()[uncovered]).isZero();
        assertThat(pair.known()).containsOnly(1);
        assertThat(pair.judged()).containsOnly(1);
    }

    private FlowFieldObjective objective(Recipe recipe) {
        List<MotionSource> sources = List.of(new Arm());
        return new FlowFieldObjective(manager, recipe, sources, sources);
    }

    private static Recipe recipe(int steps) {
        return new Recipe(
                "flowfield",
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
                Map.of(
                        "dim",
                        16,
                        "hidden",
                        32,
                        "blocks",
                        1,
                        "flowDim",
                        8,
                        "flowBlocks",
                        1,
                        "decoderWidth",
                        6,
                        "spread",
                        0.5),
                Map.of("frames", 12, "pairs", 2),
                null);
    }

    /** A bright bar, 6 of 64 pixels wide, that goes to the right by 0.8 pixels a frame, as loud as it has gone far. */
    private static final class Arm implements MotionSource {

        private static final int FRAMES = 12;
        private static final float SPEED = 0.8f / 64;

        @Override
        public int frames() {
            return FRAMES;
        }

        @Override
        public float[] latent(int fromStep, int count) {
            float[] latent = new float[LatentLayout.CHANNELS * count];
            for (int t = 0; t < count; t++) {
                latent[LatentLayout.LOUDNESS * count + t] = (fromStep + t) / (2f * FRAMES);
            }
            return latent;
        }

        @Override
        public float[] points(int fromFrame, int count) {
            float[] points = new float[count * 24 * 3];
            for (int i = 0; i < count * 24; i++) {
                int p = i % 24;
                points[3 * i] = 25f / 64 + (fromFrame + i / 24) * SPEED;
                points[3 * i + 1] = 0.2f + (p == 2 || p == 3 ? 0.5f : p * 0.01f);
                points[3 * i + 2] = fromFrame + i / 24 < FRAMES && p >= 1 && p <= 3 ? 1 : 0;
            }
            return points;
        }

        @Override
        public float[] picture(int frame) {
            float[] picture = new float[3 * 96 * 96];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = inside(i % 96 / 1.5f, frame * SPEED * 64) ? 1 : -1;
            }
            return picture;
        }

        private static boolean inside(float x, float moved) {
            return x >= 22 + moved && x < 28 + moved;
        }

        @Override
        public float[] instrument() {
            return InstrumentShares.of("vib");
        }

        @Override
        public int flowStep() {
            return 5;
        }

        @Override
        public List<FlowField> flow() {
            List<FlowField> fields = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                FlowField field = FlowField.zero(64, 64);
                for (int i = 0; i < 64 * 64; i++) {
                    if (inside(i % 64, 4 * k)) {
                        field.dx()[i] = -4 * k;
                    } else if (inside(i % 64, 0)) {
                        field.confidence()[i] = 0;
                    }
                }
                fields.add(field);
            }
            return fields;
        }
    }

    /** A player who leans with the loudness, instrument and all: points of one picture do not tell how far. */
    private static final class Leaning implements MotionSource {

        private static final int FRAMES = 24;
        private static final float FAR = 0.1f;

        private final float phase;

        Leaning(float phase) {
            this.phase = phase;
        }

        private float lean(float frame) {
            return (float) Math.sin(2 * Math.PI * (phase + frame / FRAMES));
        }

        double error(MotionGenerator generator, NDManager manager, OptionalInt shown) {
            float[] prior = FlowFieldObjective.jittered(points(0, 1), 0, null);
            float[] made = generator.generate(
                    manager, latent(0, 2 * FRAMES), 2 * FRAMES, prior, shown, new Seed(1), Progress.NONE);
            double error = 0;
            for (int t = 0; t < FRAMES; t++) {
                error += Math.abs(made[48 * t + 2] - points(t, 1)[3]);
            }
            return error;
        }

        @Override
        public int frames() {
            return FRAMES;
        }

        @Override
        public float[] latent(int fromStep, int count) {
            float[] latent = new float[LatentLayout.CHANNELS * count];
            for (int t = 0; t < count; t++) {
                latent[LatentLayout.LOUDNESS * count + t] = lean((fromStep + t) / 2);
            }
            return latent;
        }

        @Override
        public float[] points(int fromFrame, int count) {
            float[] points = new float[count * 24 * 3];
            for (int i = 0; i < count * 24; i++) {
                int p = i % 24;
                points[3 * i] = (p == 22 ? 0.2f : p == 23 ? 0.8f : 0.5f) + FAR * lean(fromFrame + i / 24);
                points[3 * i + 1] = 0.3f + p * 0.01f;
                points[3 * i + 2] = fromFrame + i / 24 < FRAMES ? 1 : 0;
            }
            return points;
        }

        @Override
        public float[] picture(int frame) {
            return new float[3 * 96 * 96];
        }

        @Override
        public float[] instrument() {
            return InstrumentShares.of("vn");
        }

        @Override
        public int flowStep() {
            return 0;
        }

        @Override
        public List<FlowField> flow() {
            return List.of();
        }
    }
}
