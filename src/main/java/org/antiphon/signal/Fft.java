package org.antiphon.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Complex discrete Fourier transform of a power-of-two length, in place: {@code X[k] = Σ x[n]·exp(-2πi·kn/N)}.
 * A plan holds only tables and may be shared between threads.
 */
public final class Fft {

    /*
     * Decimation in time, radix 2, after Cooley and Tukey (1965): a bit-reversal permutation, then log2(N) passes of
     * butterflies. The twiddle factors of all passes stand one after another, so that the inner loop reads them in order.
     */

    private static final Map<Integer, Fft> PLANS = new ConcurrentHashMap<>();

    private final int size;
    private final int[] reversed;
    private final double[] cos;
    private final double[] sin;

    private Fft(int size) {
        this.size = size;
        this.reversed = new int[size];
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            reversed[i] = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
        }
        this.cos = new double[size];
        this.sin = new double[size];
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                cos[half + k] = Math.cos(Math.PI * k / half);
                sin[half + k] = -Math.sin(Math.PI * k / half);
            }
        }
    }

    /**
     * The plan for {@code size} points.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two
     */
    public static Fft of(int size) {
        if (size <= 0 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform size must be a power of two, was " + size);
        }
        return PLANS.computeIfAbsent(size, Fft::new);
    }

    /** The smallest power of two that is at least {@code length}. */
    public static int sizeFor(int length) {
        return length <= 1 ? 1 : Integer.highestOneBit(length - 1) << 1;
    }

    public int size() {
        return size;
    }

    /** Replaces (re, im) by its transform; only the first {@code size} elements are used. */
    public void forward(double[] re, double[] im) {
        permute(re, im);
        for (int half = 1; half < size; half *= 2) {
            pass(re, im, half);
        }
    }

    /** Replaces (re, im) by its inverse transform, scaled by 1/N so that it undoes {@link #forward}. */
    public void inverse(double[] re, double[] im) {
        forward(im, re);
        double scale = 1.0 / size;
        for (int i = 0; i < size; i++) {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    private void permute(double[] re, double[] im) {
        for (int i = 0; i < size; i++) {
            int j = reversed[i];
            if (j > i) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
    }

    private void pass(double[] re, double[] im, int half) {
        for (int start = 0; start < size; start += 2 * half) {
            for (int k = 0; k < half; k++) {
                int a = start + k;
                int b = a + half;
                double wr = cos[half + k];
                double wi = sin[half + k];
                double tr = re[b] * wr - im[b] * wi;
                double ti = re[b] * wi + im[b] * wr;
                re[b] = re[a] - tr;
                im[b] = im[a] - ti;
                re[a] += tr;
                im[a] += ti;
            }
        }
    }
}
