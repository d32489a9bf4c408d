package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlayerColumnsTest {

    /** Bells of that height and width around each centre, in columns of 192, with a little motion everywhere. */
    private static double[] motion(double[] centres, double[] heights, double width, long seed) {
        Random random = new Random(seed);
        double[] motion = new double[192];
        for (int x = 0; x < 192; x++) {
            motion[x] = random.nextDouble();
            for (int i = 0; i < centres.length; i++) {
                double d = (x - centres[i]) / width;
                motion[x] += heights[i] * Math.exp(-d * d / 2) * (0.7 + 0.6 * random.nextDouble());
            }
        }
        return motion;
    }

    private static void assertEachHasItsOwn(double[] centres, List<int[]> columns) {
        assertThat(columns)
                .hasSameSizeAs(List.of(java.util.Arrays.stream(centres).boxed().toArray()));
        int end = 0;
        for (int i = 0; i < centres.length; i++) {
            assertThat(columns.get(i)[0]).isEqualTo(end);
            end = columns.get(i)[1];
            assertThat(centres[i]).isBetween(columns.get(i)[0] + 4.0, end - 4.0);
        }
        assertThat(end).isEqualTo(192);
    }

    @Test
    void eachPlayerGetsTheColumnsInWhichHeMoves() {
        double[][] groups = {
            {48, 140}, {60, 100}, {30, 96, 160}, {20, 60, 150}, {24, 70, 120, 168}, {20, 58, 96, 134, 172}
        };
        for (double[] centres : groups) {
            double[] heights = new double[centres.length];
            java.util.Arrays.fill(heights, 100);
            for (long seed = 1; seed <= 20; seed++) {
                assertEachHasItsOwn(centres, PlayerColumns.of(motion(centres, heights, 8, seed), centres.length));
            }
        }
    }

    @Test
    void whoSitsStillIsNotLostBesideWhoMovesMuch() {
        double[] centres = {40, 96, 150};
        double[] heights = {400, 25, 200};
        for (long seed = 1; seed <= 20; seed++) {
            assertEachHasItsOwn(centres, PlayerColumns.of(motion(centres, heights, 9, seed), 3));
        }
    }

    @Test
    void withoutMotionColumnsAreOfOneWidth() {
        assertThat(PlayerColumns.of(new double[192], 4).stream().map(part -> part[1] - part[0]))
                .allMatch(width -> Math.abs(width - 48) <= 1);
        assertThat(PlayerColumns.of(new double[192], 1).get(0)).containsExactly(0, 192);
    }
}
