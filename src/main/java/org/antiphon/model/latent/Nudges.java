package org.antiphon.model.latent;

/**
 * A picture and copies of it shifted by a pixel or two. Points are found on cells of several pixels; looked for in all
 * copies, shifted back and averaged, they lie nearer to where they are.
 */
final class Nudges {

    /** Right and down in pixels; they add up to nothing. */
    private static final int[][] BY = {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {2, 2}, {-2, -2}, {2, -2}, {-2, 2}};

    /** Frames of a tubelet: the encoder looks at pairs. */
    private static final int PAIR = 2;

    static final int FRAMES = PAIR * BY.length;

    private Nudges() {}

    /**
     * @param picture (3, side, side)
     * @return (FRAMES, 3, side, side); what comes in at an edge is the edge's colour
     */
    static float[] of(float[] picture, int side) {
        float[] all = new float[FRAMES * picture.length];
        for (int f = 0; f < FRAMES; f++) {
            int[] by = BY[f / PAIR];
            for (int i = 0; i < picture.length; i++) {
                int x = within(i % side - by[0], side);
                int y = within(i / side % side - by[1], side);
                all[f * picture.length + i] = picture[(i / (side * side) * side + y) * side + x];
            }
        }
        return all;
    }

    private static int within(int at, int side) {
        return Math.max(0, Math.min(side - 1, at));
    }

    /**
     * @param points (FRAMES, 2 n) as found in {@link #of}, x and y by turns, in shares of the picture
     * @return (2 n) where they are in the picture itself
     */
    static float[] back(float[] points, int side) {
        int n = points.length / FRAMES;
        float[] mean = new float[n];
        for (int f = 0; f < FRAMES; f++) {
            for (int i = 0; i < n; i++) {
                mean[i] += (points[f * n + i] - (float) BY[f / PAIR][i % 2] / side) / FRAMES;
            }
        }
        return mean;
    }
}
