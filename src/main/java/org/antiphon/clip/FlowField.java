package org.antiphon.clip;

/**
 * Dense displacement over a grid of {@code width × height}, in pixels of that same grid: the content of target pixel
 * (x, y) is found in the source picture at (x + dx, y + dy) (a backward flow). {@code confidence} is 0 to 1,
 * 1 where forward and backward flow agree, 0 where the source holds nothing to show (disoccluded).
 */
public record FlowField(int width, int height, float[] dx, float[] dy, float[] confidence) {

    /** @throws IllegalArgumentException if an array does not hold width × height values */
    public FlowField {
        int n = width * height;
        if (width <= 0 || height <= 0 || dx.length != n || dy.length != n || confidence.length != n) {
            throw new IllegalArgumentException("flow field of " + width + "×" + height + " cannot hold " + dx.length
                    + ", " + dy.length + " and " + confidence.length + " values");
        }
    }

    public static FlowField zero(int width, int height) {
        float[] sure = new float[width * height];
        java.util.Arrays.fill(sure, 1f);
        return new FlowField(width, height, new float[width * height], new float[width * height], sure);
    }
}
