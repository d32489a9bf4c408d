package org.antiphon.model.vivit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerGeometryTest {

    private static final int PLAIN = VideoEncoder.POINTS * 2;
    private static final int NOW = PlayerGeometry.FEATURES / 3;
    private static final int PER_POINT = NOW / VideoEncoder.POINTS;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** Four frames of points, moved and turned like a camera's picture of the same player. */
    private NDArray seen(double scale, double turn, double dx, double dy) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[4 * PLAIN];
        for (int i = 0; i < values.length; i += 2) {
            double x = random.nextDouble() * 0.5;
            double y = random.nextDouble() * 0.5;
            values[i] = (float) (scale * (Math.cos(turn) * x - Math.sin(turn) * y) + dx);
            values[i + 1] = (float) (scale * (Math.sin(turn) * x + Math.cos(turn) * y) + dy);
        }
        return manager.create(values, new Shape(1, 4, VideoEncoder.POINTS, 2));
    }

    private static float[] part(NDArray features, int from, int to) {
        return features.get(":, :, " + from + ":" + to).toFloatArray();
    }

    /** Features {@code from} to {@code to} of each point, as they are now: 0–1 in the picture, from 2 on the instrument. */
    private static float[] ofPoints(NDArray features, int from, int to) {
        return features.get(":, :, 0:" + NOW)
                .reshape(4, VideoEncoder.POINTS, PER_POINT)
                .get(":, :, " + from + ":" + to)
                .toFloatArray();
    }

    @Test
    void aFeatureForEveryPointAndFrame() {
        assertThat(PlayerGeometry.features(seen(1, 0, 0, 0)).getShape())
                .isEqualTo(new Shape(1, 4, PlayerGeometry.FEATURES));
    }

    @Test
    void placesOnTheInstrumentAreTheSameWhereverTheCameraStands() {
        NDArray here = PlayerGeometry.features(seen(1, 0, 0.1, 0.2));
        NDArray there = PlayerGeometry.features(seen(0.8, 0.3, 0.3, 0.15));
        float[] own = ofPoints(here, 2, PER_POINT);
        float[] ownThere = ofPoints(there, 2, PER_POINT);
        for (int i = 0; i < own.length; i++) {
            assertThat(ownThere[i]).isCloseTo(own[i], org.assertj.core.data.Offset.offset(2e-3f));
        }
        assertThat(ofPoints(here, 0, 2)).isNotEqualTo(ofPoints(there, 0, 2));
    }

    @Test
    void theEndsOfTheInstrumentAreItsOriginAndItsUnit() {
        float[] own = ofPoints(PlayerGeometry.features(seen(0.7, 0.4, 0.2, 0.1)), 2, 4);
        assertThat(new float[] {own[2 * 22], own[2 * 22 + 1], own[2 * 23], own[2 * 23 + 1]})
                .containsExactly(new float[] {1, 0, 0, 0}, org.assertj.core.data.Offset.offset(1e-5f));
    }

    @Test
    void whatStandsStillDoesNotChange() {
        NDArray frame = seen(1, 0, 0, 0).get(":, 0:1");
        NDArray still = ai.djl.ndarray.NDArrays.concat(new ai.djl.ndarray.NDList(frame, frame, frame), 1);
        assertThat(part(PlayerGeometry.features(still), NOW, 3 * NOW)).containsOnly(0f);
        float[] moving = part(PlayerGeometry.features(seen(1, 0, 0, 0)), NOW, 2 * NOW);
        assertThat(java.util.Arrays.copyOf(moving, NOW))
                .as("the first frame has no before")
                .containsOnly(0f);
        assertThat(moving[NOW]).isNotZero();
    }
}
