package org.antiphon.metric.pesq;

/** How loud a power sounds, and how different two frames sound. */
final class Loudness {

    private static final double DEAD_ZONE = 0.25;
    private static final double ASYMMETRY_OFFSET = 50;
    private static final double ASYMMETRY_EXPONENT = 1.2;
    private static final double ASYMMETRY_MOST = 12;
    private static final double ASYMMETRY_LEAST = 3;

    /*
     * Ratios of powers at which the asymmetry leaves its limits, widened a little: beyond them the power need not be
     * computed.
     */
    private static final double RATIO_MOST = Math.pow(ASYMMETRY_MOST, 1 / ASYMMETRY_EXPONENT) * 1.01;
    private static final double RATIO_LEAST = Math.pow(ASYMMETRY_LEAST, 1 / ASYMMETRY_EXPONENT) * 0.99;

    /*
     * With u the power over its threshold, halved, plus a half, loudness is u^g - 1 but for a factor, g at most 0.2553. If u
     * is above 30 and the other above it by less than 1.6 times, the louder one exceeds the other by 22 percent at most.
     */
    private static final double WELL_ABOVE = 60;
    private static final double ALIKE = 1.6;

    private static final double GAIN_OFFSET = 5000;
    private static final double GAIN_OLD = 0.2;
    private static final double GAIN_LEAST = 3e-4;
    private static final double GAIN_MOST = 5;

    private final BarkBands bands;
    private double gain;
    private double symmetric;
    private double asymmetric;

    Loudness(BarkBands bands) {
        this.bands = bands;
    }

    /** Power of a frame in the bands whose power exceeds {@code factor} times the threshold of hearing. */
    double audible(double[] powers, int offset, double factor) {
        double sum = 0;
        for (int b = 1; b < bands.count(); b++) {
            double power = powers[offset + b];
            if (power > factor * bands.threshold[b]) {
                sum += power;
            }
        }
        return sum;
    }

    /** Begins a run of frames: the gain of the frame before the next one. */
    void startGain(double before) {
        gain = before;
    }

    /**
     * Multiplies a degraded frame so that slow changes of gain are not heard as distortion.
     *
     * @param power audible power of the reference frame
     * @param smooth whether the frame before counts as well
     */
    void equaliseGain(double power, double[] degraded, int offset, boolean smooth) {
        double fresh = (power + GAIN_OFFSET) / (audible(degraded, offset, 1) + GAIN_OFFSET);
        gain = smooth ? GAIN_OLD * gain + (1 - GAIN_OLD) * fresh : fresh;
        double limited = Math.min(GAIN_MOST, Math.max(GAIN_LEAST, gain));
        for (int b = 0; b < bands.count(); b++) {
            degraded[offset + b] *= limited;
        }
    }

    /** Compares two frames; the results are {@link #symmetric} and {@link #asymmetric}. */
    void compare(double[] reference, double[] degraded, int offset) {
        double squares = 0;
        double sum = 0;
        for (int b = 1; b < bands.count(); b++) {
            double before = reference[offset + b];
            double after = degraded[offset + b];
            if (isMasked(before, after, b)) {
                continue;
            }
            double difference = difference(loudness(before, b), loudness(after, b));
            if (difference != 0) {
                double wide = Math.abs(difference) * bands.width[b];
                squares += wide * wide;
                sum += wide * asymmetry(before, after);
            }
        }
        symmetric = bands.totalWidth * Math.sqrt(squares / bands.totalWidth);
        asymmetric = sum;
    }

    /** Disturbance of the frame compared last. */
    double symmetric() {
        return symmetric;
    }

    /** Disturbance by what was added to the frame compared last. */
    double asymmetric() {
        return asymmetric;
    }

    /** Whether the loudnesses differ by less than a quarter for certain, so that neither need be computed. */
    private boolean isMasked(double before, double after, int b) {
        double less = Math.min(before, after);
        return less > WELL_ABOVE * bands.threshold[b] && Math.max(before, after) < ALIKE * less;
    }

    /** Zwicker's law. */
    private double loudness(double power, int b) {
        double threshold = bands.threshold[b];
        return power > threshold
                ? bands.loudness[b] * (Math.pow(0.5 + 0.5 * power / threshold, bands.exponent[b]) - 1)
                : 0;
    }

    /** Small differences are masked. */
    private static double difference(double reference, double degraded) {
        double difference = degraded - reference;
        double masked = DEAD_ZONE * Math.min(degraded, reference);
        return difference > masked ? difference - masked : difference < -masked ? difference + masked : 0;
    }

    /** What a codec adds disturbs more than what it leaves out. */
    private static double asymmetry(double reference, double degraded) {
        double ratio = (degraded + ASYMMETRY_OFFSET) / (reference + ASYMMETRY_OFFSET);
        if (ratio > RATIO_MOST) {
            return ASYMMETRY_MOST;
        }
        if (ratio < RATIO_LEAST) {
            return 0;
        }
        double asymmetry = Math.pow(ratio, ASYMMETRY_EXPONENT);
        return asymmetry < ASYMMETRY_LEAST ? 0 : Math.min(asymmetry, ASYMMETRY_MOST);
    }
}
