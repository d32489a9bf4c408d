package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Picture;
import org.antiphon.metric.MetricCard.Better;

/**
 * Structural similarity of pictures: luminance, contrast and structure in a Gaussian window of 11 × 11 (σ 1.5), on luma,
 * averaged over all places where the window fits and over all pictures.
 */
public final class Ssim {

    /** What this metric is. */
    public static final MetricCard CARD = new MetricCard("ssim", "SSIM", MetricUnit.NUMBER, Better.HIGHER, -1, 1,
            "true and estimated pictures, as many and of one size, at least 11 × 11",
            "Wang, Bovik, Sheikh and Simoncelli 2004; K1 0.01, K2 0.03, peak 255", 1);

    private static final int SIZE = 11;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);
    private static final double[] WINDOW = window();

    private Ssim() {}

    private static double[] window() {
        double[] window = new double[SIZE];
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            double x = (i - SIZE / 2) / 1.5;
            window[i] = Math.exp(-0.5 * x * x);
            sum += window[i];
        }
        for (int i = 0; i < SIZE; i++) {
            window[i] /= sum;
        }
        return window;
    }

    /** Over whole pictures. */
    public static Measurement of(List<Picture> reference, List<Picture> estimated) {
        if (reference.isEmpty() || reference.size() != estimated.size()) {
            return new NotMeasured(
                    "the videos differ in length: " + reference.size() + " and " + estimated.size() + " pictures");
        }
        double sum = 0;
        for (int i = 0; i < reference.size(); i++) {
            Picture a = reference.get(i);
            Picture b = estimated.get(i);
            if (a.width() != b.width() || a.height() != b.height() || Math.min(a.width(), a.height()) < SIZE) {
                return new NotMeasured("picture " + i + " differs in size or is smaller than 11 × 11");
            }
            sum += similarity(luma(a), luma(b), a.width(), a.height());
        }
        return new Measured(sum / reference.size(), MetricUnit.NUMBER);
    }

    private static double[] luma(Picture picture) {
        byte[] rgb = picture.rgb();
        double[] luma = new double[picture.width() * picture.height()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * (rgb[3 * i] & 0xFF) + 0.587 * (rgb[3 * i + 1] & 0xFF) + 0.114 * (rgb[3 * i + 2] & 0xFF);
        }
        return luma;
    }

    private static double similarity(double[] a, double[] b, int width, int height) {
        double[] meanA = blurred(a, width, height);
        double[] meanB = blurred(b, width, height);
        double[] aa = blurred(product(a, a), width, height);
        double[] bb = blurred(product(b, b), width, height);
        double[] ab = blurred(product(a, b), width, height);
        double sum = 0;
        for (int i = 0; i < meanA.length; i++) {
            double luminance = 2 * meanA[i] * meanB[i] + C1;
            double structure = 2 * (ab[i] - meanA[i] * meanB[i]) + C2;
            double energy = meanA[i] * meanA[i] + meanB[i] * meanB[i];
            sum += luminance * structure / ((energy + C1) * (aa[i] + bb[i] - energy + C2));
        }
        return sum / meanA.length;
    }

    private static double[] product(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] * b[i];
        }
        return out;
    }

    private static double[] blurred(double[] values, int width, int height) {
        int w = width - SIZE + 1;
        int h = height - SIZE + 1;
        double[] rows = new double[w * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                for (int i = 0; i < SIZE; i++) {
                    sum += WINDOW[i] * values[y * width + x + i];
                }
                rows[y * w + x] = sum;
            }
        }
        double[] out = new double[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                for (int i = 0; i < SIZE; i++) {
                    sum += WINDOW[i] * rows[(y + i) * w + x];
                }
                out[y * w + x] = sum;
            }
        }
        return out;
    }
}
