package org.antiphon.dataset.etude.stage;

import java.util.Arrays;

/** A picture with opacity, painted once with polygons and soft spots, then moved about as a {@link Sprite}. */
final class Canvas {

    private static final int LINES = 4;

    final double left;
    final double top;
    final double density;
    final int width;
    final int height;
    /** Premultiplied red, green, blue (0–255) and opacity (0–1). */
    final float[] rgba;

    Canvas(double left, double top, double right, double bottom, double density) {
        this.left = left;
        this.top = top;
        this.density = density;
        this.width = (int) Math.ceil((right - left) * density);
        this.height = (int) Math.ceil((bottom - top) * density);
        this.rgba = new float[width * height * 4];
    }

    Canvas fill(double[] outline, Paint paint) {
        return fill(outline, paint, 1);
    }

    /** Fills a closed polygon x0, y0, x1, y1, … */
    Canvas fill(double[] outline, Paint paint, double opacity) {
        int corners = outline.length / 2;
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < corners; i++) {
            low = Math.min(low, outline[2 * i + 1]);
            high = Math.max(high, outline[2 * i + 1]);
        }
        int first = Math.max(0, (int) Math.floor((low - top) * density));
        int last = Math.min(height - 1, (int) Math.floor((high - top) * density));
        float[] cover = new float[width];
        double[] crossings = new double[corners];
        for (int row = first; row <= last; row++) {
            Arrays.fill(cover, 0f);
            for (int line = 0; line < LINES; line++) {
                double y = top + (row + (line + 0.5) / LINES) / density;
                int n = cross(outline, y, crossings);
                for (int k = 0; k + 1 < n; k += 2) {
                    span(cover, (crossings[k] - left) * density, (crossings[k + 1] - left) * density);
                }
            }
            blendRow(row, cover, paint, opacity);
        }
        return this;
    }

    /** Tints what is painted softly around a centre, fading to nothing at the radii. */
    Canvas glow(double cx, double cy, double rx, double ry, int rgb, double opacity) {
        return spot(cx, cy, rx, ry, rgb, opacity, false);
    }

    /** Darkens softly around a centre, on nothing too. */
    Canvas shadow(double cx, double cy, double rx, double ry, double opacity) {
        return spot(cx, cy, rx, ry, 0x120C0A, opacity, true);
    }

    private Canvas spot(double cx, double cy, double rx, double ry, int rgb, double opacity, boolean everywhere) {
        int x0 = Math.max(0, (int) ((cx - rx - left) * density));
        int x1 = Math.min(width - 1, (int) ((cx + rx - left) * density));
        int y0 = Math.max(0, (int) ((cy - ry - top) * density));
        int y1 = Math.min(height - 1, (int) ((cy + ry - top) * density));
        for (int row = y0; row <= y1; row++) {
            double v = ((row + 0.5) / density + top - cy) / ry;
            for (int column = x0; column <= x1; column++) {
                double u = ((column + 0.5) / density + left - cx) / rx;
                double inside = 1 - u * u - v * v;
                int at = (row * width + column) * 4;
                if (inside > 0 && (everywhere || rgba[at + 3] > 0)) {
                    float alpha = (float) (opacity * inside * inside);
                    over(at, rgb, everywhere ? alpha : alpha * rgba[at + 3]);
                }
            }
        }
        return this;
    }

    private static int cross(double[] outline, double y, double[] crossings) {
        int n = 0;
        int corners = outline.length / 2;
        double x0 = outline[2 * corners - 2];
        double y0 = outline[2 * corners - 1];
        for (int i = 0; i < corners; i++) {
            double x1 = outline[2 * i];
            double y1 = outline[2 * i + 1];
            if (y0 <= y != y1 <= y) {
                double x = x0 + (y - y0) / (y1 - y0) * (x1 - x0);
                int k = n++;
                while (k > 0 && crossings[k - 1] > x) {
                    crossings[k] = crossings[k - 1];
                    k--;
                }
                crossings[k] = x;
            }
            x0 = x1;
            y0 = y1;
        }
        return n;
    }

    private void span(float[] cover, double from, double to) {
        double a = Math.max(0, from);
        double b = Math.min(width, to);
        if (b <= a) {
            return;
        }
        int i = (int) a;
        int j = Math.min(width - 1, (int) b);
        if (i == j) {
            cover[i] += (float) ((b - a) / LINES);
            return;
        }
        cover[i] += (float) ((i + 1 - a) / LINES);
        for (int k = i + 1; k < j; k++) {
            cover[k] += 1f / LINES;
        }
        cover[j] += (float) ((b - j) / LINES);
    }

    private void blendRow(int row, float[] cover, Paint paint, double opacity) {
        double y = top + (row + 0.5) / density;
        for (int column = 0; column < width; column++) {
            if (cover[column] > 0) {
                int rgb = paint.at(left + (column + 0.5) / density, y);
                over((row * width + column) * 4, rgb, (float) (Math.min(1f, cover[column]) * opacity));
            }
        }
    }

    private void over(int at, int rgb, float alpha) {
        float rest = 1 - alpha;
        rgba[at] = rgba[at] * rest + Colour.red(rgb) * alpha;
        rgba[at + 1] = rgba[at + 1] * rest + Colour.green(rgb) * alpha;
        rgba[at + 2] = rgba[at + 2] * rest + Colour.blue(rgb) * alpha;
        rgba[at + 3] = rgba[at + 3] * rest + alpha;
    }
}
