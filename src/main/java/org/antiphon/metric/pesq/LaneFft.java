package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Complex Fourier transforms of many signals at once: element {@code l} of every row belongs to signal {@code l}, and row
 * {@code n} holds sample or bin {@code n} of all of them, so that all arithmetic runs along rows. A plan holds only tables.
 */
final class LaneFft {

    /*
     * Radix 2, decimation in time, depth first (Cooley and Tukey 1965). Rows are arrays of their own, so bit reversal only
     * exchanges references. Radix 4 would need fewer multiplications, but its larger loops are not vectorised.
     */

    private static final int LARGEST_KEPT = 1 << 14;
    private static final Map<Integer, LaneFft> PLANS = new ConcurrentHashMap<>();

    private final int size;
    private final double[] cos;
    private final double[] sin;

    private LaneFft(int size) {
        this.size = size;
        this.cos = new double[size / 2];
        this.sin = new double[size / 2];
        for (int k = 0; k < size / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / size);
            sin[k] = -Math.sin(2 * Math.PI * k / size);
        }
    }

    /**
     * The plan for signals of {@code size} samples.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two of at least 2
     */
    static LaneFft of(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform size must be a power of two of at least 2, was " + size);
        }
        return size > LARGEST_KEPT ? new LaneFft(size) : PLANS.computeIfAbsent(size, LaneFft::new);
    }

    int size() {
        return size;
    }

    /** The row that sample {@code n} must be put into before {@link #forward}: its bits reversed. */
    int row(int n) {
        return Integer.reverse(n) >>> (Integer.numberOfLeadingZeros(size) + 1);
    }

    /** From samples, in the rows that {@link #row} tells, to bins in their order. */
    void forward(double[][] re, double[][] im, int lanes) {
        transform(re, im, 0, size, lanes);
    }

    /** From bins in their order to samples in theirs, {@code size} times too large. */
    void inverse(double[][] re, double[][] im, int lanes) {
        permute(re);
        permute(im);
        transform(im, re, 0, size, lanes);
    }

    private void permute(double[][] rows) {
        for (int k = 0; k < size; k++) {
            int other = row(k);
            if (other > k) {
                double[] row = rows[k];
                rows[k] = rows[other];
                rows[other] = row;
            }
        }
    }

    private void transform(double[][] re, double[][] im, int start, int length, int lanes) {
        int half = length / 2;
        if (length > 2) {
            transform(re, im, start, half, lanes);
            transform(re, im, start + half, half, lanes);
        }
        int stride = size / length;
        Lanes.sumAndDifference(re[start], re[start + half], lanes);
        Lanes.sumAndDifference(im[start], im[start + half], lanes);
        for (int k = 1; k < half; k++) {
            int a = start + k;
            int b = a + half;
            Lanes.turn(re[a], im[a], re[b], im[b], cos[k * stride], sin[k * stride], lanes);
        }
    }
}
