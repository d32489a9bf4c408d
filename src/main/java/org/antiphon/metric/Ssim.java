package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Picture;
import org.antiphon.metric.MetricCard.Better;

/**
 * Structural similarity of pictures: luminance, contrast and structure in a Gaussian window of 11 × 11 (σ 1.5), on luma,
 * averaged over all places where the window fits, or those of them where the true video moves, and over all pictures.
 */
public final class Ssim {

    /** Over whole pictures. */
    public static final MetricCard WHOLE = card(
            "ssim",
            "SSIM",
            "How alike the pictures are in light, contrast and structure, as the eye compares them.",
            "Whether anything moves as it should: copying the first picture scores high where little moves. Read it against"
                    + " that row.");

    /** Where the true video moves. */
    public static final MetricCard IN_MOTION = card(
            "ssim-motion",
            "SSIM where it moves",
            "How alike the pictures are in structure where the true video moves.",
            "Whether the motion is fluent from picture to picture: each picture is compared alone.");

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

    private static MetricCard card(String name, String label, String tells, String cannotTell) {
        return new MetricCard(
                name,
                label,
                MetricUnit.NUMBER,
                Better.HIGHER,
                -1,
                1,
                Needs.aligned("true and estimated pictures, as many and of one size, at least 11 × 11"),
                "Wang, Bovik, Sheikh and Simoncelli 2004; K1 0.01, K2 0.03, peak 255, Gaussian window σ 1.5, luma",
                1,
                tells,
                cannotTell);
    }

    /** Over whole pictures. */
    public static Measurement of(List<Picture> reference, List<Picture> estimated) {
        return measure(reference, estimated, null);
    }

    /** Only over windows whose centre is where {@code mask} says the true video moves. */
    public static Measurement inside(MotionMask mask, List<Picture> reference, List<Picture> estimated) {
        return measure(reference, estimated, mask);
    }

    private static Measurement measure(List<Picture> reference, List<Picture> estimated, MotionMask mask) {
        if (reference.isEmpty() || reference.size() != estimated.size()) {
            return new NotMeasured(
                    "the videos differ in length: " + reference.size() + " and " + estimated.size() + " pictures");
        }
        double sum = 0;
        long count = 0;
        for (int i = 0; i < reference.size(); i++) {
            Picture a = reference.get(i);
            Picture b = estimated.get(i);
            if (a.width() != b.width()
                    || a.height() != b.height()
                    || Math.min(a.width(), a.height()) < SIZE
                    || mask != null && (mask.width() != a.width() || mask.height() != a.height())) {
                return new NotMeasured("picture " + i + " differs in size or is smaller than 11 × 11");
            }
            double[] similarity = similarity(luma(a), luma(b), a.width(), a.height());
            for (int p = 0; p < similarity.length; p++) {
                if (mask == null || mask.moving()[centre(p, a.width())]) {
                    sum += similarity[p];
                    count++;
                }
            }
        }
        return count == 0
                ? new NotMeasured("nothing moves in the true video")
                : new Measured(sum / count, MetricUnit.NUMBER);
    }

    /** The pixel in the middle of the window at place {@code p} of the similarity map. */
    private static int centre(int p, int width) {
        int places = width - SIZE + 1;
        return (p / places + SIZE / 2) * width + p % places + SIZE / 2;
    }

    private static double[] luma(Picture picture) {
        byte[] rgb = picture.rgb();
        double[] luma = new double[picture.width() * picture.height()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * (rgb[3 * i] & 0xFF) + 0.587 * (rgb[3 * i + 1] & 0xFF) + 0.114 * (rgb[3 * i + 2] & 0xFF);
        }
        return luma;
    }

    /** The similarity at every place where the window fits, row by row. */
    private static double[] similarity(double[] a, double[] b, int width, int height) {
        double[] meanA = blurred(a, width, height);
        double[] meanB = blurred(b, width, height);
        double[] aa = blurred(product(a, a), width, height);
        double[] bb = blurred(product(b, b), width, height);
        double[] ab = blurred(product(a, b), width, height);
        double[] similarity = new double[meanA.length];
        for (int i = 0; i < meanA.length; i++) {
            double luminance = 2 * meanA[i] * meanB[i] + C1;
            double structure = 2 * (ab[i] - meanA[i] * meanB[i]) + C2;
            double energy = meanA[i] * meanA[i] + meanB[i] * meanB[i];
            similarity[i] = luminance * structure / ((energy + C1) * (aa[i] + bb[i] - energy + C2));
        }
        return similarity;
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
