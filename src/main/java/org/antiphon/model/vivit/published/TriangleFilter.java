package org.antiphon.model.vivit.published;

import org.antiphon.clip.Picture;

/**
 * Resizes as the Pillow library does with its BILINEAR filter, to the bit: a triangle as wide as a target pixel where
 * pictures become smaller, weights in fixed point with 22 bits, rows first, each pass rounded to 8 bits.
 */
final class TriangleFilter {

    private static final int PRECISION = 22;

    private TriangleFilter() {}

    static Picture resize(Picture picture, int width, int height) {
        Picture narrowed = width == picture.width() ? picture : alongRows(picture, width);
        return height == picture.height() ? narrowed : alongColumns(narrowed, height);
    }

    /** The filter along one axis as a matrix (count, source), of the target pixels {@code from} on. */
    static float[] matrix(int source, int target, int from, int count) {
        Taps taps = new Taps(source, target);
        float[] matrix = new float[count * source];
        for (int i = 0; i < count; i++) {
            int[] weights = taps.weights[from + i];
            for (int j = 0; j < weights.length; j++) {
                matrix[i * source + taps.start[from + i] + j] = weights[j] / (float) (1 << PRECISION);
            }
        }
        return matrix;
    }

    private static Picture alongRows(Picture picture, int width) {
        Taps taps = new Taps(picture.width(), width);
        byte[] in = picture.rgb();
        byte[] out = new byte[width * picture.height() * 3];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                int from = (y * picture.width() + taps.start[x]) * 3;
                weigh(in, from, 3, taps.weights[x], out, (y * width + x) * 3);
            }
        }
        return new Picture(width, picture.height(), out);
    }

    private static Picture alongColumns(Picture picture, int height) {
        Taps taps = new Taps(picture.height(), height);
        int row = picture.width() * 3;
        byte[] in = picture.rgb();
        byte[] out = new byte[height * row];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < picture.width(); x++) {
                weigh(in, taps.start[y] * row + x * 3, row, taps.weights[y], out, y * row + x * 3);
            }
        }
        return new Picture(picture.width(), height, out);
    }

    /** The three channels of one target pixel from source pixels {@code step} bytes apart. */
    private static void weigh(byte[] in, int from, int step, int[] weights, byte[] out, int to) {
        int red = 1 << (PRECISION - 1);
        int green = red;
        int blue = red;
        int at = from;
        for (int weight : weights) {
            red += weight * (in[at] & 0xFF);
            green += weight * (in[at + 1] & 0xFF);
            blue += weight * (in[at + 2] & 0xFF);
            at += step;
        }
        out[to] = level(red);
        out[to + 1] = level(green);
        out[to + 2] = level(blue);
    }

    private static byte level(int fixed) {
        return (byte) Math.max(0, Math.min(255, fixed >> PRECISION));
    }

    /** For each target pixel: the first source pixel that counts, and the weights of it and its followers. */
    private static final class Taps {

        private final int[] start;
        private final int[][] weights;

        Taps(int source, int target) {
            start = new int[target];
            weights = new int[target][];
            double scale = (double) source / target;
            double support = Math.max(1, scale);
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * scale;
                int from = Math.max(0, (int) (centre - support + 0.5));
                int to = Math.min(source, (int) (centre + support + 0.5));
                double[] exact = new double[to - from];
                double sum = 0;
                for (int j = 0; j < exact.length; j++) {
                    exact[j] = Math.max(0, 1 - Math.abs((j + from - centre + 0.5) / support));
                    sum += exact[j];
                }
                start[i] = from;
                weights[i] = new int[exact.length];
                for (int j = 0; j < exact.length; j++) {
                    weights[i][j] = (int) (0.5 + exact[j] / sum * (1 << PRECISION));
                }
            }
        }
    }
}
