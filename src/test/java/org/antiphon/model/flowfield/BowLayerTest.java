package org.antiphon.model.flowfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.antiphon.clip.Picture;
import org.junit.jupiter.api.Test;

class BowLayerTest {

    private static final int SIDE = 128;
    private static final float[] VIOLIN = {1, 0, 0, 0};
    private static final int WALL = 90;
    private static final int BOW = 230;

    @Test
    void givesThePriorAgainWhereTheBowStays() {
        Picture prior = wallWithBow(30, 60, 100);
        float[] points = ends(30, 60, 100, 60);
        BowLayer layer = BowLayer.of(prior, points, VIOLIN).orElseThrow();
        byte[] rgb = layer.without().rgb().clone();
        layer.draw(rgb, points, 0);
        for (int i = 0; i < rgb.length; i++) {
            assertThat(rgb[i] & 0xFF).isCloseTo(prior.rgb()[i] & 0xFF, within(1));
        }
    }

    @Test
    void carriesTheBowWholeAndLeavesTheWall() {
        Picture prior = wallWithBow(30, 60, 100);
        BowLayer layer = BowLayer.of(prior, ends(30, 60, 100, 60), VIOLIN).orElseThrow();
        byte[] rgb = layer.without().rgb().clone();
        float[] frames = new float[2 * MotionCodes.CODES];
        System.arraycopy(ends(64, 20, 64, 90), 0, frames, MotionCodes.CODES, MotionCodes.CODES); // upright, in frame 1
        layer.draw(rgb, frames, MotionCodes.CODES);
        Picture shown = new Picture(SIDE, SIDE, rgb);
        for (int y = 34; y < 86; y++) {
            assertThat(shown.at(63, y, 1)).as("bow in row " + y).isCloseTo(BOW, within(12));
            assertThat(shown.at(72, y, 1)).as("wall in row " + y).isEqualTo(WALL);
        }
        for (int x = 52; x < 58; x++) {
            assertThat(shown.at(x, 60, 1)).as("wall in column " + x).isCloseTo(WALL, within(4));
        }
    }

    @Test
    void leavesTheBowInTheHandThatHoldsIt() {
        Picture prior = wallWithBow(30, 60, 100);
        BowLayer layer = BowLayer.of(prior, ends(30, 60, 100, 60), VIOLIN).orElseThrow();
        assertThat(layer.without().at(33, 60, 0)).isEqualTo(BOW);
    }

    @Test
    void takesNothingFromAPianistOrFromBowsThatAreHardlySeen() {
        Picture prior = wallWithBow(30, 60, 100);
        assertThat(BowLayer.of(prior, ends(30, 60, 100, 60), new float[] {0, 0, 0, 1}))
                .isEmpty();
        assertThat(BowLayer.of(prior, ends(30, 60, 40, 60), VIOLIN)).isEmpty();
        assertThat(BowLayer.of(prior, new float[MotionCodes.CODES], VIOLIN)).isEmpty();
    }

    @Test
    void drawsOnlyWhatLiesInThePicture() {
        Picture prior = wallWithBow(30, 60, 100);
        BowLayer layer = BowLayer.of(prior, ends(30, 60, 100, 60), VIOLIN).orElseThrow();
        byte[] rgb = layer.without().rgb().clone();
        layer.draw(rgb, ends(90, 100, 160, 190), 0);
        layer.draw(rgb, ends(-90, -100, -60, -90), 0);
        assertThat(new Picture(SIDE, SIDE, rgb).at(5, 5, 0)).isEqualTo(WALL);
    }

    /** A wall with a lying bow two pixels thick. */
    private static Picture wallWithBow(int from, int y, int to) {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        Arrays.fill(rgb, (byte) WALL);
        for (int row = y - 1; row <= y; row++) {
            Arrays.fill(rgb, (row * SIDE + from) * 3, (row * SIDE + to) * 3, (byte) BOW);
        }
        return new Picture(SIDE, SIDE, rgb);
    }

    private static float[] ends(float x0, float y0, float x1, float y1) {
        float[] points = new float[MotionCodes.CODES];
        points[34] = x0 / SIDE;
        points[35] = y0 / SIDE;
        points[36] = x1 / SIDE;
        points[37] = y1 / SIDE;
        return points;
    }
}
