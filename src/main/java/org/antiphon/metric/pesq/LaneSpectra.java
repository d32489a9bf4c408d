package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spectra of many frames of real samples at once, in rows as {@link LaneFft} has them: half as many rows as samples, even
 * samples in real parts and odd ones in imaginary parts. Row 0 of a spectrum holds the two real bins. A plan holds only
 * tables.
 */
final class LaneSpectra {

    private static final Map<Integer, LaneSpectra> PLANS = new ConcurrentHashMap<>();

    private final int half;
    private final LaneFft fft;
    private final double[] cos;
    private final double[] sin;

    private LaneSpectra(int size) {
        this.half = size / 2;
        this.fft = LaneFft.of(half);
        this.cos = new double[half];
        this.sin = new double[half];
        for (int k = 0; k < half; k++) {
            cos[k] = Math.cos(Math.PI * k / half);
            sin[k] = Math.sin(Math.PI * k / half);
        }
    }

    /** The plan for frames of {@code size} samples, a power of two of at least 4. */
    static LaneSpectra of(int size) {
        return PLANS.computeIfAbsent(size, LaneSpectra::new);
    }

    /** Number of rows. */
    int half() {
        return half;
    }

    /** The row that pair {@code n} of samples must be put into before {@link #forward}. */
    int row(int n) {
        return fft.row(n);
    }

    /** From samples, in the rows that {@link #row} tells, to spectra, twice too large. */
    void forward(double[][] re, double[][] im, int lanes) {
        fft.forward(re, im, lanes);
        Lanes.sumAndDifference(re[0], im[0], lanes);
        Lanes.scale(re[0], re[0], 0, 2, lanes);
        Lanes.scale(im[0], im[0], 0, 2, lanes);
        for (int k = 1; k <= half / 2; k++) {
            Lanes.untangle(re[k], im[k], re[half - k], im[half - k], cos[k], sin[k], lanes);
        }
    }

    /** From spectra back to samples, in order of time, {@code 2·half} times too large. */
    void inverse(double[][] re, double[][] im, int lanes) {
        Lanes.sumAndDifference(re[0], im[0], lanes);
        for (int k = 1; k <= half / 2; k++) {
            Lanes.tangle(re[k], im[k], re[half - k], im[half - k], cos[k], sin[k], lanes);
        }
        fft.inverse(re, im, lanes);
    }
}
