package org.antiphon.model.flowfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.junit.jupiter.api.Test;

class PriorRendererTest {

    private static final float[] NOBODY = new float[MotionCodes.CODES];

    @Test
    void showsThePriorItselfWhereNothingMoves() {
        for (int[] size : new int[][] {{32, 32}, {50, 31}, {20, 47}}) {
            Picture prior = noise(size[0], size[1]);
            Picture shown = new PriorRenderer(prior, NOBODY).render(FlowField.zero(8, 8));
            assertThat(shown.width()).isEqualTo(prior.width());
            assertThat(shown.height()).isEqualTo(prior.height());
            assertThat(shown.rgb()).isEqualTo(prior.rgb());
        }
    }

    @Test
    void shiftsByWholePixelsExactly() {
        Picture prior = noise(32, 32);
        Picture shown = new PriorRenderer(prior, NOBODY).render(constant(16, 2, -1)); // 4 and -2 pixels of the prior
        for (int y = 2; y < 32; y++) {
            for (int x = 0; x < 28; x++) {
                assertThat(shown.at(x, y, 1)).isEqualTo(prior.at(x + 4, y - 2, 1));
            }
        }
    }

    @Test
    void agreesWithBruteForceBetweenPixels() {
        Picture prior = noise(24, 24);
        SplittableRandom random = new SplittableRandom(3);
        float[] dx = new float[24 * 24];
        float[] dy = new float[24 * 24];
        float[] seen = new float[24 * 24];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = random.nextFloat() * 8 - 4;
            dy[i] = random.nextFloat() * 8 - 4;
            seen[i] = 1;
        }
        Picture shown = new PriorRenderer(prior, NOBODY).render(new FlowField(24, 24, dx, dy, seen));
        for (int i = 0; i < dx.length; i++) {
            double sum = 0;
            for (int j = 0; j < dx.length; j++) {
                double x = Math.max(0, Math.min(23, i % 24 + dx[i]));
                double y = Math.max(0, Math.min(23, i / 24 + dy[i]));
                double share = Math.max(0, 1 - Math.abs(x - j % 24)) * Math.max(0, 1 - Math.abs(y - j / 24));
                sum += share * prior.at(j % 24, j / 24, 0);
            }
            assertThat((double) shown.at(i % 24, i / 24, 0)).isCloseTo(sum, within(0.51));
        }
    }

    @Test
    void leavesAloneWhatLiesOutsideTheMiddleSquare() {
        Picture prior = noise(60, 30);
        Picture shown = new PriorRenderer(prior, NOBODY).render(constant(16, 3, 2));
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 60; x++) {
                if (x < 15 || x >= 45) {
                    assertThat(shown.at(x, y, 2)).isEqualTo(prior.at(x, y, 2));
                }
            }
        }
        assertThat(shown.rgb()).isNotEqualTo(prior.rgb());
    }

    @Test
    void showsTheBackgroundWhereAnArmWas() {
        byte[] rgb = new byte[64 * 64 * 3];
        Arrays.fill(rgb, (byte) 100);
        for (int y = 20; y < 44; y++) {
            Arrays.fill(rgb, (y * 64 + 31) * 3, (y * 64 + 33) * 3, (byte) 200);
        }
        float[] points = new float[MotionCodes.CODES];
        for (int p = 1; p <= 2; p++) { // right upper arm
            points[2 * p] = 0.5f;
            points[2 * p + 1] = p == 1 ? 20 / 64f : 44 / 64f;
        }
        FlowField hidden = new FlowField(8, 8, new float[64], new float[64], new float[64]);
        Picture shown = new PriorRenderer(new Picture(64, 64, rgb), points).render(hidden);
        assertThat(shown.at(32, 32, 0)).isEqualTo(100);
        assertThat(shown.at(5, 5, 0)).isEqualTo(100);
    }

    private static FlowField constant(int size, float dx, float dy) {
        FlowField field = FlowField.zero(size, size);
        Arrays.fill(field.dx(), dx);
        Arrays.fill(field.dy(), dy);
        return field;
    }

    private static Picture noise(int width, int height) {
        SplittableRandom random = new SplittableRandom(width);
        byte[] rgb = new byte[width * height * 3];
        random.nextBytes(rgb);
        return new Picture(width, height, rgb);
    }
}
