package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.model.vivit.VideoEncoder;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PointLossTest {

    private static final int SIDE = 4;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** One frame of two points: one in the middle of four cells, one hidden beyond the left edge. */
    private NDArray truth() {
        return manager.create(new float[] {0.5f, 0.5f, 1, -0.1f, 0.125f, 0}, new Shape(1, 1, 2, 3));
    }

    private Map<String, NDArray> parts(float[] probabilities, float... points) {
        NDArray log = manager.create(probabilities, new Shape(1, 1, 2, SIDE * SIDE))
                .clip(1e-6f, 1f)
                .log();
        NDArray found = manager.create(points, new Shape(1, 1, 2, 2));
        Map<String, NDArray> parts = new LinkedHashMap<>();
        PointLoss.of(new VideoEncoder.Look(found, log, null), truth(), SIDE, parts);
        return parts;
    }

    private static float[] certain(double first, int... cells) {
        float[] probabilities = new float[2 * SIDE * SIDE];
        for (int cell : cells) {
            probabilities[cell] = (float) first;
        }
        probabilities[SIDE * SIDE] = 1;
        return probabilities;
    }

    @Test
    void aPointBetweenCellsBelongsToAllFour() {
        Map<String, NDArray> shared = parts(certain(0.25, 5, 6, 9, 10), 0.5f, 0.5f, -0.1f, 0.125f);
        Map<String, NDArray> one = parts(certain(1, 5), 0.375f, 0.375f, -0.1f, 0.125f);
        // the first point weighs 1 of 1.4, and its best cross entropy is that of a choice among four
        assertThat(shared.get("cells").getFloat()).isCloseTo((float) (Math.log(4) / 1.4), Offset.offset(1e-3f));
        assertThat(shared.get("points").getFloat()).isCloseTo(0, Offset.offset(1e-6f));
        assertThat(one.get("cells").getFloat()).isGreaterThan(3);
        assertThat(one.get("points").getFloat()).isCloseTo(0.125f / 1.4f, Offset.offset(1e-5f));
    }

    @Test
    void aHiddenPointCountsLess() {
        Map<String, NDArray> missed = parts(certain(0.25, 5, 6, 9, 10), 0.5f, 0.5f, 0.4f, 0.125f);
        assertThat(missed.get("points").getFloat()).isCloseTo(0.4f * 0.25f / 1.4f, Offset.offset(1e-5f));
    }

    @Test
    void blurredPointsAreNearTheTruthAndTheSameFromTheSameSeed() {
        NDArray truth = manager.create(new float[2 * 3 * 24 * 3], new Shape(2, 3, 24, 3));
        float[] blurred = PointLoss.blurred(truth, new BatchRandom(5)).toFloatArray();
        assertThat(blurred)
                .hasSize(2 * 3 * 24 * 2)
                .isEqualTo(PointLoss.blurred(truth, new BatchRandom(5)).toFloatArray());
        for (float value : blurred) {
            assertThat(Math.abs(value)).isLessThan(0.05f);
        }
        assertThat(blurred[0]).isNotEqualTo(blurred[2]);
    }
}
