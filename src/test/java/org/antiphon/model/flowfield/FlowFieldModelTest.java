package org.antiphon.model.flowfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFieldModelTest {

    private static final FlowFieldConfig TINY = new FlowFieldConfig(8, 16, 2, 8, 1, 3, 0.5f);
    private static final int STEPS = 1210; // more than one stretch

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void givesPointsForEveryFrameTheSameForTheSameSeed() {
        try (FlowFieldModel model = model(1)) {
            float[] once = generate(model, STEPS, new Seed(5));
            assertThat(once).hasSize(STEPS / 2 * MotionCodes.CODES);
            assertThat(generate(model, STEPS, new Seed(5))).isEqualTo(once);
            assertThat(generate(model, STEPS, new Seed(6))).isNotEqualTo(once);
        }
    }

    @Test
    void aLongerPerformanceBeginsLikeAShorterOne() {
        try (FlowFieldModel model = model(1)) {
            int margin = model.config().reach() * MotionCodes.CODES;
            float[] all = generate(model, STEPS, new Seed(5));
            float[] part = generate(model, 300, new Seed(5));
            for (int i = 0; i < part.length - margin; i++) {
                assertThat(part[i]).isCloseTo(all[i], within(1e-3f));
            }
        }
    }

    @Test
    void whatAPriorShowsIsHeardInTheMomentItShows() {
        try (FlowFieldModel model = model(1)) {
            float[] first = generate(model, 200, OptionalInt.of(0), new Seed(5));
            assertThat(generate(model, 200, OptionalInt.of(60), new Seed(5))).isNotEqualTo(first);
            assertThat(generate(model, 200, OptionalInt.empty(), new Seed(5))).isNotEqualTo(first);
        }
    }

    @Test
    void flowHasTheGridsSizeAndAProbabilityOfBeingSeen() {
        try (FlowFieldModel model = model(1)) {
            float[] points = generate(model, 22, new Seed(1));
            List<FlowField> fields = motion(model).flow(manager, points, 1, 10);
            assertThat(fields).hasSize(10);
            assertThat(fields.get(9).width()).isEqualTo(PriorMotion.SIZE);
            for (float seen : fields.get(9).confidence()) {
                assertThat(seen).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void whatIsSavedIsWhatIsLoaded(@TempDir Path folder) throws Exception {
        try (FlowFieldModel model = model(1);
                FlowFieldModel other = model(2)) {
            float[] deviations = new float[MotionCodes.CODES];
            Arrays.fill(deviations, 0.25f);
            model.calibrate(new float[MotionCodes.CODES], deviations);
            model.weights().save(folder.resolve("w.safetensors"), false);
            assertThat(generate(other, 40, new Seed(1))).isNotEqualTo(generate(model, 40, new Seed(1)));
            other.weights().load(folder.resolve("w.safetensors"));
            assertThat(generate(other, 40, new Seed(1))).isEqualTo(generate(model, 40, new Seed(1)));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (FlowFieldModel model = model(1)) {
            assertThatThrownBy(() -> model.calibrate(new float[48], new float[3]))
                    .hasMessageContaining("48 places and positive");
            assertThatThrownBy(() -> new PriorMotion(model, new float[5], new float[48], new float[4]))
                    .hasMessageContaining("got 5");
            assertThatThrownBy(() -> new MotionGenerator(model, -1, 0)).hasMessageContaining("-1");
        }
    }

    @Test
    void aStiffLimbCarriesItsSurroundingsBackToThePrior() {
        float[] source = new float[MotionCodes.CODES];
        float[] target = new float[MotionCodes.CODES];
        set(source, 1, 0.3f, 0.5f);
        set(source, 2, 0.5f, 0.5f);
        set(target, 1, 0.3f, 0.5f); // a quarter turn about the shoulder
        set(target, 2, 0.3f, 0.7f);
        int n = Limbs.GRID * Limbs.GRID;
        float[] candidates = new float[Limbs.CANDIDATES * 2 * n];
        Limbs.describe(
                new float[3 * Limbs.PICTURE * Limbs.PICTURE],
                source,
                target,
                new float[4],
                new float[Limbs.FEATURES * n],
                0,
                candidates,
                0);
        int column = (int) (0.3f * Limbs.GRID);
        int row = (int) (0.6f * Limbs.GRID);
        int pixel = row * Limbs.GRID + column;
        float along = (row + 0.5f) / Limbs.GRID - 0.5f;
        float across = (column + 0.5f) / Limbs.GRID - 0.3f;
        float x = (column + 0.5f + candidates[2 * n + pixel]) / Limbs.GRID;
        float y = (row + 0.5f + candidates[3 * n + pixel]) / Limbs.GRID;
        assertThat(x).isCloseTo(0.3f + along, within(1e-4f));
        assertThat(y).isCloseTo(0.5f - across, within(1e-4f));
    }

    private static void set(float[] points, int point, float x, float y) {
        points[2 * point] = x;
        points[2 * point + 1] = y;
    }

    private FlowFieldModel model(long seed) {
        return new FlowFieldModel(new Weights(manager, seed), TINY);
    }

    private PriorMotion motion(FlowFieldModel model) {
        return new PriorMotion(model, values(3 * 96 * 96), values(MotionCodes.CODES), new float[] {1, 0, 0, 0});
    }

    private float[] generate(FlowFieldModel model, int steps, Seed seed) {
        return generate(model, steps, OptionalInt.of(0), seed);
    }

    private float[] generate(FlowFieldModel model, int steps, OptionalInt shown, Seed seed) {
        float[] latent = values(LatentLayout.CHANNELS * STEPS);
        float[] cut = new float[LatentLayout.CHANNELS * steps];
        for (int c = 0; c < LatentLayout.CHANNELS; c++) {
            System.arraycopy(latent, c * STEPS, cut, c * steps, steps);
        }
        return new MotionGenerator(model, 2, 1)
                .generate(manager, cut, steps, values(MotionCodes.CODES), shown, seed, Progress.NONE);
    }

    private static float[] values(int count) {
        SplittableRandom random = new SplittableRandom(9);
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = random.nextFloat();
        }
        return out;
    }
}
