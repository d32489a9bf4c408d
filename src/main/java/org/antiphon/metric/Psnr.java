package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Picture;
import org.antiphon.metric.MetricCard.Better;

/**
 * Peak signal-to-noise ratio of pictures, peak 255, over all of them at once (the error is averaged, not the ratio), in
 * the whole picture or where the true video moves. Cut at {@value #LIMIT} dB.
 */
public final class Psnr {

    static final double LIMIT = 100;

    /** Over whole pictures. */
    public static final MetricCard WHOLE = card(
            "psnr",
            "PSNR",
            "true and estimated pictures, as many and of one size",
            "How near every pixel is to the true one, averaged over the whole video.",
            "Whether anything moves as it should: copying the first picture scores high where little moves. Read it against"
                    + " that row.");

    /** Inside the motion mask of the true video. */
    public static final MetricCard IN_MOTION = card(
            "psnr-motion",
            "PSNR where it moves",
            "true and estimated pictures, more than one",
            "How near the pixels are to the true ones where the true video moves.",
            "Whether the motion looks real: a sharp bow in a slightly wrong place scores worse than a blurred one.");

    private Psnr() {}

    private static MetricCard card(String name, String label, String needs, String tells, String cannotTell) {
        return new MetricCard(
                name,
                label,
                MetricUnit.DECIBELS,
                Better.HIGHER,
                0,
                LIMIT,
                Needs.aligned(needs),
                "10·log10(255² / mean squared error) over red, green and blue",
                1,
                tells,
                cannotTell);
    }

    /** Over whole pictures. */
    public static Measurement whole(List<Picture> reference, List<Picture> estimated) {
        return measure(reference, estimated, null);
    }

    /** Only where {@code mask} says the true video moves. */
    public static Measurement inside(MotionMask mask, List<Picture> reference, List<Picture> estimated) {
        return measure(reference, estimated, mask);
    }

    private static Measurement measure(List<Picture> reference, List<Picture> estimated, MotionMask mask) {
        if (reference.isEmpty() || reference.size() != estimated.size()) {
            return new NotMeasured(
                    "the videos differ in length: " + reference.size() + " and " + estimated.size() + " pictures");
        }
        double error = 0;
        long count = 0;
        for (int i = 0; i < reference.size(); i++) {
            Picture a = reference.get(i);
            Picture b = estimated.get(i);
            if (a.width() != b.width()
                    || a.height() != b.height()
                    || mask != null && (mask.width() != a.width() || mask.height() != a.height())) {
                return new NotMeasured("picture " + i + " differs in size");
            }
            for (int p = 0; p < a.width() * a.height(); p++) {
                if (mask == null || mask.moving()[p]) {
                    error += squaredGap(a.rgb(), b.rgb(), 3 * p);
                    count += 3;
                }
            }
        }
        if (count == 0) {
            return new NotMeasured("nothing moves in the true video");
        }
        double mean = error / count;
        double decibels = mean == 0 ? LIMIT : Math.min(LIMIT, 10 * Math.log10(255.0 * 255.0 / mean));
        return new Measured(decibels, MetricUnit.DECIBELS);
    }

    private static int squaredGap(byte[] a, byte[] b, int at) {
        int sum = 0;
        for (int i = at; i < at + 3; i++) {
            int gap = (a[i] & 0xFF) - (b[i] & 0xFF);
            sum += gap * gap;
        }
        return sum;
    }
}
