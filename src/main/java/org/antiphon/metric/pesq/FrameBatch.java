package org.antiphon.metric.pesq;

/**
 * Spectra of frames that follow each other at a fixed distance, up to {@value #LANES} at once. The distance divides the
 * length of a frame, so every sample is brought into row order once, however many frames share it.
 */
final class FrameBatch {

    /** Frames at a time: long enough rows for vector instructions, few enough for the cache. */
    static final int LANES = 48;

    private final int size;
    private final int hop;
    private final LaneSpectra spectra;
    private final double[][] columns;
    private final double[][] re;
    private final double[][] im;

    /**
     * @param size length of a frame
     * @param hop samples from one frame to the next
     */
    FrameBatch(int size, int hop) {
        this.size = size;
        this.hop = hop;
        this.spectra = LaneSpectra.of(size);
        this.columns = new double[hop][LANES + size / hop - 1];
        this.re = new double[spectra.half()][LANES];
        this.im = new double[spectra.half()][LANES];
    }

    /** Real parts of what was computed last, a row for each bin or pair of samples. */
    double[][] re() {
        return re;
    }

    /** Imaginary parts. */
    double[][] im() {
        return im;
    }

    /**
     * Computes the spectra of {@code count} frames, the first of which starts at sample {@code start}. What lies outside
     * of the samples counts as zero.
     */
    void spectra(double[] samples, int start, int count, double[] window) {
        int hops = count + size / hop - 1;
        if (start < 0 || start + hops * hop > samples.length) {
            arrange(part(samples, start, hops * hop), 0, hops);
        } else {
            arrange(samples, start, hops);
        }
        for (int n = 0; n < spectra.half(); n++) {
            int column = 2 * n % hop;
            int shift = 2 * n / hop;
            Lanes.scale(re[spectra.row(n)], columns[column], shift, window[2 * n], count);
            Lanes.scale(im[spectra.row(n)], columns[column + 1], shift, window[2 * n + 1], count);
        }
        spectra.forward(re, im, count);
    }

    /** By how much what {@link #correlate} gives is too large, for frames of {@code size} samples. */
    static double scale(int size) {
        return 4.0 * size;
    }

    /**
     * Replaces the spectra by the circular cross-correlations of another batch's frames with these, {@link #scale} times
     * too large.
     */
    void correlate(FrameBatch reference, int count) {
        Lanes.multiply(re[0], reference.re[0], count);
        Lanes.multiply(im[0], reference.im[0], count);
        for (int k = 1; k < spectra.half(); k++) {
            Lanes.correlate(reference.re[k], reference.im[k], re[k], im[k], count);
        }
        spectra.inverse(re, im, count);
    }

    private static double[] part(double[] samples, int start, int length) {
        double[] part = new double[length];
        int from = Math.min(length, Math.max(0, -start));
        int to = Math.max(from, Math.min(length, samples.length - start));
        if (to > from) {
            System.arraycopy(samples, start + from, part, from, to - from);
        }
        return part;
    }

    /** Puts sample {@code c} of every hop into column {@code c}, eight columns at a time, as the cache has it. */
    private void arrange(double[] samples, int start, int hops) {
        for (int column = 0; column < hop; column += 8) {
            for (int h = 0; h < hops; h++) {
                int at = start + h * hop + column;
                for (int c = 0; c < 8; c++) {
                    columns[column + c][h] = samples[at + c];
                }
            }
        }
    }
}
