package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fourier transforms of {@code size} real samples, by way of a complex transform of half the length. A spectrum is two
 * arrays of {@code size / 2} elements in the order of {@link UnorderedFft}; the first pair of elements holds the two real
 * bins, zero in {@code re} and the Nyquist frequency in {@code im}. A plan holds only tables.
 */
final class RealSpectra {

    /*
     * Even samples as real part, odd samples as imaginary part; the spectra of both are told apart by the symmetry of
     * bins k and half - k (Sorensen et al. 1987). In bit-reversed order bins lie in groups [1,2), [2,4), [4,8), ...,
     * each of which holds the partners of its own bins, mirrored.
     */

    private static final int LARGEST_KEPT = 1 << 18;
    private static final Map<Integer, RealSpectra> PLANS = new ConcurrentHashMap<>();

    private final int half;
    private final UnorderedFft fft;
    private final double[] cos;
    private final double[] sin;

    private RealSpectra(int size) {
        this.half = size / 2;
        this.fft = UnorderedFft.of(half);
        this.cos = new double[half];
        this.sin = new double[half];
        for (int at = 0; at < half; at++) {
            cos[at] = Math.cos(Math.PI * fft.reversed(at) / half);
            sin[at] = Math.sin(Math.PI * fft.reversed(at) / half);
        }
    }

    /**
     * The plan for {@code size} samples.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two of at least 16
     */
    static RealSpectra of(int size) {
        return size > LARGEST_KEPT ? new RealSpectra(size) : PLANS.computeIfAbsent(size, RealSpectra::new);
    }

    /** The smallest size of a transform that holds {@code samples} samples. */
    static int sizeFor(int samples) {
        return samples <= 16 ? 16 : Integer.highestOneBit(samples - 1) << 1;
    }

    /** Number of elements of each part of a spectrum. */
    int half() {
        return half;
    }

    /** Which bin lies at place {@code at}, for all but the first. */
    int bin(int at) {
        return fft.reversed(at);
    }

    /** The spectrum of {@code size} samples from {@code start} on, each multiplied by the window. */
    void forward(double[] samples, int start, double[] window, double[] re, double[] im) {
        for (int i = 0; i < half; i++) {
            re[i] = samples[start + 2 * i] * window[2 * i];
            im[i] = samples[start + 2 * i + 1] * window[2 * i + 1];
        }
        transform(re, im);
    }

    /** Transforms samples that lie even ones in {@code re}, odd ones in {@code im}. */
    void transform(double[] re, double[] im) {
        fft.forward(re, im);
        double zero = re[0];
        re[0] = zero + im[0];
        im[0] = zero - im[0];
        for (int group = 1; group < half; group *= 2) {
            for (int k = group, m = 2 * group - 1; k <= m; k++, m--) {
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
    }

    /** Undoes {@link #transform}, but for a factor: what comes out is {@code size} times too large. */
    void inverse(double[] re, double[] im) {
        double zero = re[0];
        re[0] = zero + im[0];
        im[0] = zero - im[0];
        for (int group = 1; group < half; group *= 2) {
            for (int k = group, m = 2 * group - 1; k <= m; k++, m--) {
                double evenR = re[k] + re[m];
                double evenI = im[k] - im[m];
                double turnedR = re[k] - re[m];
                double turnedI = im[k] + im[m];
                double oddR = turnedR * cos[k] - turnedI * sin[k];
                double oddI = turnedI * cos[k] + turnedR * sin[k];
                re[k] = evenR - oddI;
                im[k] = evenI + oddR;
                re[m] = evenR + oddI;
                im[m] = oddR - evenI;
            }
        }
        fft.inverse(re, im);
    }

    /** Replaces the second spectrum by that of the circular cross-correlation {@code y[k] = Σ a[i]·b[i + k]}. */
    void correlate(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        bRe[0] *= aRe[0];
        bIm[0] *= aIm[0];
        for (int k = 1; k < half; k++) {
            double re = aRe[k] * bRe[k] + aIm[k] * bIm[k];
            double im = aRe[k] * bIm[k] - aIm[k] * bRe[k];
            bRe[k] = re;
            bIm[k] = im;
        }
    }
}
