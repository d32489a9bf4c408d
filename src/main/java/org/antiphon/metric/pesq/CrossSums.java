package org.antiphon.metric.pesq;

import java.util.Arrays;
import org.antiphon.signal.RealFft;

/** Sums of products of two sequences at every lag. */
final class CrossSums {

    private CrossSums() {}

    /**
     * {@code y[k] = Σ a[i]·b[i + k]}, where lags below zero stand at the end: {@code y[y.length + k]}. The result has the
     * length of a power of two, at least {@code length}; indices wrap round it.
     */
    static double[] of(double[] a, double[] b, int length) {
        int size = powerOfTwo(Math.max(2, length));
        RealFft fft = RealFft.of(size);
        double[] padded = new double[size];
        double[] aRe = new double[fft.bins()];
        double[] aIm = new double[fft.bins()];
        double[] bRe = new double[fft.bins()];
        double[] bIm = new double[fft.bins()];
        System.arraycopy(a, 0, padded, 0, a.length);
        fft.forward(padded, aRe, aIm);
        System.arraycopy(b, 0, padded, 0, b.length);
        Arrays.fill(padded, b.length, size, 0);
        fft.forward(padded, bRe, bIm);
        Lanes.correlate(aRe, aIm, bRe, bIm, fft.bins());
        fft.inverse(bRe, bIm, padded);
        return padded;
    }

    /** The smallest power of two that is at least {@code length}. */
    static int powerOfTwo(int length) {
        return length <= 1 ? 1 : Integer.highestOneBit(length - 1) << 1;
    }
}
