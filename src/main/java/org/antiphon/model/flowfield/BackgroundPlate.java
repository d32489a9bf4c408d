package org.antiphon.model.flowfield;

import org.antiphon.clip.Picture;

/**
 * A guess of what is behind a player: where limbs that move cover the prior, colours are filled in from around them by
 * a pyramid of weighted means (push and pull, Gortler et al. 1996).
 */
final class BackgroundPlate {

    /** How far from its middle line each limb of {@link Limbs} covers the picture, in picture widths; 0 stays. */
    private static final float[] HALF_WIDTHS = {
        0.045f, 0.045f, 0.045f, 0.045f, 0.045f, 0.045f, 0.035f, 0.035f, 0.015f, 0.02f, 0.02f, 0, 0, 0
    };

    private BackgroundPlate() {}

    /**
     * @param points the prior's points in its middle square
     * @return a picture of the prior's size
     */
    static Picture of(Picture prior, float[] points) {
        int width = prior.width();
        int height = prior.height();
        float[] values = new float[width * height * 4];
        int side = Math.min(width, height);
        for (int i = 0; i < width * height; i++) {
            float x = (i % width - (width - side) / 2 + 0.5f) / side;
            float y = (i / width - (height - side) / 2 + 0.5f) / side;
            if (!covered(points, x, y)) {
                for (int c = 0; c < 3; c++) {
                    values[4 * i + c] = prior.rgb()[3 * i + c] & 0xFF;
                }
                values[4 * i + 3] = 1;
            }
        }
        fill(values, width, height);
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (byte) Math.round(values[4 * i + c]);
            }
        }
        return new Picture(width, height, rgb);
    }

    private static boolean covered(float[] points, float x, float y) {
        for (int limb = 0; limb < Limbs.COUNT; limb++) {
            if (HALF_WIDTHS[limb] > 0 && Limbs.distance(points, limb, x, y) < HALF_WIDTHS[limb]) {
                return true;
            }
        }
        return false;
    }

    /** Gives every pixel of weight 0 a colour; {@code values} holds red, green, blue, weight. */
    static void fill(float[] values, int width, int height) {
        if (width <= 1 && height <= 1) {
            return;
        }
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        float[] coarse = new float[w * h * 4];
        for (int i = 0; i < width * height; i++) {
            int j = (i / width / 2) * w + i % width / 2;
            float weight = values[4 * i + 3];
            for (int c = 0; c < 3; c++) {
                coarse[4 * j + c] += weight * values[4 * i + c];
            }
            coarse[4 * j + 3] += weight;
        }
        for (int j = 0; j < w * h; j++) {
            float weight = coarse[4 * j + 3];
            for (int c = 0; c < 3 && weight > 0; c++) {
                coarse[4 * j + c] /= weight;
            }
            coarse[4 * j + 3] = Math.min(1, weight);
        }
        fill(coarse, w, h);
        for (int i = 0; i < width * height; i++) {
            if (values[4 * i + 3] < 1) {
                blend(values, i, coarse, w, h, (i % width - 0.5f) / 2, (i / width - 0.5f) / 2);
            }
        }
    }

    /** Mixes into pixel {@code i}, as far as it lacks weight, the coarse colour at (x, y). */
    private static void blend(float[] values, int i, float[] coarse, int w, int h, float x, float y) {
        float px = Math.max(0, Math.min(w - 1, x));
        float py = Math.max(0, Math.min(h - 1, y));
        int x0 = (int) px;
        int y0 = (int) py;
        int right = Math.min(w - 1, x0 + 1) - x0;
        int below = (Math.min(h - 1, y0 + 1) - y0) * w;
        int j = y0 * w + x0;
        float weight = values[4 * i + 3];
        for (int c = 0; c < 3; c++) {
            float top = coarse[4 * j + c] + (px - x0) * (coarse[4 * (j + right) + c] - coarse[4 * j + c]);
            float low = coarse[4 * (j + below) + c]
                    + (px - x0) * (coarse[4 * (j + below + right) + c] - coarse[4 * (j + below) + c]);
            float colour = top + (py - y0) * (low - top);
            values[4 * i + c] = weight * values[4 * i + c] + (1 - weight) * colour;
        }
        values[4 * i + 3] = 1;
    }
}
