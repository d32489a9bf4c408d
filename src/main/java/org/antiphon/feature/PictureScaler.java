package org.antiphon.feature;

import org.antiphon.clip.Picture;

/**
 * Changes the size of a picture with a triangle filter as wide as a target pixel, so that fine detail is averaged and
 * does not flicker. Works on sRGB values as they are.
 */
public final class PictureScaler {

    private PictureScaler() {}

    /** Scaled so that it covers {@code width × height}, and cut equally at both sides where it hangs over. */
    public static Picture cover(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        double scale = Math.min((double) picture.width() / width, (double) picture.height() / height);
        return scale(picture, width, height, scale, scale);
    }

    /** Scaled down so that its longer side is at most {@code maxSide}; never scaled up. Aspect is kept. */
    public static Picture fit(Picture picture, int maxSide) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= maxSide) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round((double) picture.width() * maxSide / longer));
        int height = Math.max(1, (int) Math.round((double) picture.height() * maxSide / longer));
        return stretch(picture, width, height);
    }

    /** Scaled to {@code width × height}, aspect or not. */
    public static Picture stretch(Picture picture, int width, int height) {
        return scale(picture, width, height, (double) picture.width() / width, (double) picture.height() / height);
    }

    private static Picture scale(Picture picture, int width, int height, double scaleX, double scaleY) {
        Taps columns = new Taps(picture.width(), width, scaleX);
        Taps rows = new Taps(picture.height(), height, scaleY);
        int firstRow = rows.start[0];
        int lastRow = rows.start[height - 1] + rows.weights[height - 1].length;
        float[] narrowed = narrow(picture, columns, width, firstRow, lastRow);
        byte[] rgb = new byte[width * height * 3];
        float[] line = new float[width * 3];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(line, 0.5f);
            for (int i = 0; i < rows.weights[y].length; i++) {
                float weight = rows.weights[y][i];
                int from = (rows.start[y] + i - firstRow) * line.length;
                for (int x = 0; x < line.length; x++) {
                    line[x] += weight * narrowed[from + x];
                }
            }
            for (int x = 0; x < line.length; x++) {
                rgb[y * line.length + x] = (byte) Math.max(0, Math.min(255, (int) line[x]));
            }
        }
        return new Picture(width, height, rgb);
    }

    private static float[] narrow(Picture picture, Taps columns, int width, int firstRow, int lastRow) {
        byte[] rgb = picture.rgb();
        float[] out = new float[(lastRow - firstRow) * width * 3];
        for (int y = firstRow; y < lastRow; y++) {
            for (int x = 0; x < width; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                int from = (y * picture.width() + columns.start[x]) * 3;
                for (float weight : columns.weights[x]) {
                    red += weight * (rgb[from] & 0xFF);
                    green += weight * (rgb[from + 1] & 0xFF);
                    blue += weight * (rgb[from + 2] & 0xFF);
                    from += 3;
                }
                int to = ((y - firstRow) * width + x) * 3;
                out[to] = red;
                out[to + 1] = green;
                out[to + 2] = blue;
            }
        }
        return out;
    }

    /** For each target pixel: the first source pixel that counts, and the weights of it and its followers (sum 1). */
    private static final class Taps {
        private final int[] start;
        private final float[][] weights;

        Taps(int source, int target, double scale) {
            start = new int[target];
            weights = new float[target][];
            double origin = (source - target * scale) / 2;
            double support = Math.max(1, scale);
            for (int i = 0; i < target; i++) {
                double centre = origin + (i + 0.5) * scale;
                int from = Math.max(0, (int) Math.floor(centre - support));
                int to = Math.min(source - 1, (int) Math.ceil(centre + support));
                float[] weight = new float[to - from + 1];
                float sum = 0;
                for (int j = from; j <= to; j++) {
                    weight[j - from] = (float) Math.max(0, 1 - Math.abs(j + 0.5 - centre) / support);
                    sum += weight[j - from];
                }
                for (int j = 0; j < weight.length; j++) {
                    weight[j] /= sum;
                }
                start[i] = from;
                weights[i] = weight;
            }
        }
    }
}
