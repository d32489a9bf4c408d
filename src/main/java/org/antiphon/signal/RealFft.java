package org.antiphon.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Discrete Fourier transform of real samples: N values in, the N/2 + 1 bins from zero to the Nyquist frequency out.
 * A plan holds only tables and may be shared between threads.
 */
public final class RealFft {

    /*
     * Even samples as real part and odd samples as imaginary part of one complex transform of half the length, then
     * untangled by symmetry (Sorensen et al. 1987): twice as fast as a complex transform with zero imaginary part.
     */

    private static final Map<Integer, RealFft> PLANS = new ConcurrentHashMap<>();

    private final int size;
    private final int half;
    private final Fft complex;
    private final double[] cos;
    private final double[] sin;

    private RealFft(int size) {
        this.size = size;
        this.half = size / 2;
        this.complex = Fft.of(half);
        this.cos = new double[half + 1];
        this.sin = new double[half + 1];
        for (int k = 0; k <= half; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / size);
            sin[k] = Math.sin(2 * Math.PI * k / size);
        }
    }

    /**
     * The plan for {@code size} real samples.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two of at least 2
     */
    public static RealFft of(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform size must be a power of two of at least 2, was " + size);
        }
        return PLANS.computeIfAbsent(size, RealFft::new);
    }

    public int size() {
        return size;
    }

    /** Number of bins that {@link #forward} writes: size / 2 + 1. */
    public int bins() {
        return half + 1;
    }

    /**
     * Transforms {@code samples[0..size)} into {@code re} and {@code im}, each of at least {@link #bins()} elements.
     * The samples are left as they are.
     */
    public void forward(double[] samples, double[] re, double[] im) {
        for (int i = 0; i < half; i++) {
            re[i] = samples[2 * i];
            im[i] = samples[2 * i + 1];
        }
        complex.forward(re, im);
        re[half] = re[0];
        im[half] = im[0];
        for (int k = 0; k <= half / 2; k++) {
            int m = half - k;
            double evenR = 0.5 * (re[k] + re[m]);
            double evenI = 0.5 * (im[k] - im[m]);
            double oddR = 0.5 * (im[k] + im[m]);
            double oddI = 0.5 * (re[m] - re[k]);
            double turnedR = oddR * cos[k] + oddI * sin[k];
            double turnedI = oddI * cos[k] - oddR * sin[k];
            re[k] = evenR + turnedR;
            im[k] = evenI + turnedI;
            re[m] = evenR - turnedR;
            im[m] = turnedI - evenI;
        }
    }

    /** Undoes {@link #forward}: writes {@code samples[0..size)}; {@code re} and {@code im} are destroyed. */
    public void inverse(double[] re, double[] im, double[] samples) {
        for (int k = 0; k <= half / 2; k++) {
            int m = half - k;
            double evenR = 0.5 * (re[k] + re[m]);
            double evenI = 0.5 * (im[k] - im[m]);
            double turnedR = 0.5 * (re[k] - re[m]);
            double turnedI = 0.5 * (im[k] + im[m]);
            double oddR = turnedR * cos[k] - turnedI * sin[k];
            double oddI = turnedI * cos[k] + turnedR * sin[k];
            re[k] = evenR - oddI;
            im[k] = evenI + oddR;
            re[m] = evenR + oddI;
            im[m] = oddR - evenI;
        }
        complex.inverse(re, im);
        for (int i = 0; i < half; i++) {
            samples[2 * i] = re[i];
            samples[2 * i + 1] = im[i];
        }
    }
}
