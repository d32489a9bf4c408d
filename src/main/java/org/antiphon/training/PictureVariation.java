package org.antiphon.training;

import java.util.random.RandomGenerator;

/**
 * How the pictures of one window are varied: a shift of the camera by whole flow pixels, and light and contrast per
 * colour. Flow and control points follow the shift.
 *
 * @param dx shift to the right in pixels of the flow grid (twice that in the pictures)
 * @param dy shift down
 * @param gain per colour
 * @param offset per colour
 */
record PictureVariation(int dx, int dy, float[] gain, float[] offset) {

    private static final int LARGEST_SHIFT = 2;

    static PictureVariation none() {
        return new PictureVariation(0, 0, new float[] {1, 1, 1}, new float[3]);
    }

    static PictureVariation draw(RandomGenerator random) {
        int dx = random.nextInt(2 * LARGEST_SHIFT + 1) - LARGEST_SHIFT;
        int dy = random.nextInt(2 * LARGEST_SHIFT + 1) - LARGEST_SHIFT;
        float contrast = 1 + 0.15f * (random.nextFloat() * 2 - 1);
        float light = 0.15f * (random.nextFloat() * 2 - 1);
        float[] gain = new float[3];
        float[] offset = new float[3];
        for (int c = 0; c < 3; c++) {
            gain[c] = contrast * (1 + 0.08f * (random.nextFloat() * 2 - 1));
            offset[c] = light + 0.05f * (random.nextFloat() * 2 - 1);
        }
        return new PictureVariation(dx, dy, gain, offset);
    }

    /** Changes {@code frames} pictures at {@code at} and their flow at {@code flowAt} in place. */
    void apply(float[] pictures, int at, int frames, float[] flow, int flowAt) {
        float[] plane = new float[Example.PICTURE * Example.PICTURE];
        for (int f = 0; f < frames * 3; f++) {
            shift(pictures, at + f * plane.length, Example.PICTURE, 2, plane, gain[f % 3], offset[f % 3]);
        }
        float[] field = new float[Example.FLOW * Example.FLOW];
        for (int f = 0; f < frames * 2; f++) {
            shift(flow, flowAt + f * field.length, Example.FLOW, 1, field, 1, 0);
        }
    }

    /** Moves points (x, y, confidence) with the pictures they belong to, in place. */
    void move(float[] points) {
        for (int p = 0; p < points.length; p += 3) {
            points[p] += (float) dx / Example.FLOW;
            points[p + 1] += (float) dy / Example.FLOW;
        }
    }

    private void shift(float[] values, int at, int side, int scale, float[] scratch, float gain, float offset) {
        System.arraycopy(values, at, scratch, 0, side * side);
        for (int y = 0; y < side; y++) {
            int row = Math.max(0, Math.min(side - 1, y - dy * scale)) * side;
            for (int x = 0; x < side; x++) {
                float value = scratch[row + Math.max(0, Math.min(side - 1, x - dx * scale))];
                values[at + y * side + x] = value * gain + offset;
            }
        }
    }
}
