package org.antiphon.signal;

import java.util.Arrays;

/** How alike two sequences are at every lag. */
public final class CrossCorrelation {

    /** Long sequences are taken piece by piece: the work is the same, the memory that of a piece. */
    private static final int LEAST_BLOCK = 1 << 14;

    private CrossCorrelation() {}

    /**
     * {@code result[lag + reach] = Σ a[i + lag] · b[i]} for lags from {@code -reach} to {@code reach}: the peak lies at
     * the number of samples by which {@code b} must be delayed to look like {@code a}.
     */
    public static double[] of(float[] a, float[] b, int reach) {
        double[] result = new double[2 * reach + 1];
        int block = Math.max(1, Math.min(b.length, Math.max(LEAST_BLOCK, 6 * reach)));
        int size = Fft.sizeFor(Math.max(2, block + 2 * reach + 1));
        double[] re = new double[size];
        double[] im = new double[size];
        for (int start = 0; start < b.length; start += block) {
            add(a, b, start, Math.min(block, b.length - start), reach, re, im, result);
        }
        return result;
    }

    /** Adds what {@code count} values of {@code b} from {@code start} on contribute. */
    private static void add(
            float[] a, float[] b, int start, int count, int reach, double[] re, double[] im, double[] result) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int i = Math.max(0, start - reach); i < Math.min(a.length, start + count + reach); i++) {
            re[i - start + reach] = a[i];
        }
        for (int i = 0; i < count; i++) {
            im[i] = b[start + i];
        }
        Fft fft = Fft.of(re.length);
        fft.forward(re, im);
        multiply(re, im, re.length);
        fft.inverse(re, im);
        for (int i = 0; i < result.length; i++) {
            result[i] += re[i];
        }
    }

    /** From the transform of a + ib to A·conj(B), by the symmetry of real sequences. */
    private static void multiply(double[] re, double[] im, int size) {
        for (int k = 0; k <= size / 2; k++) {
            int m = (size - k) % size;
            double ar = 0.5 * (re[k] + re[m]);
            double ai = 0.5 * (im[k] - im[m]);
            double br = 0.5 * (im[k] + im[m]);
            double bi = 0.5 * (re[m] - re[k]);
            double pr = ar * br + ai * bi;
            double pi = ai * br - ar * bi;
            re[k] = pr;
            im[k] = pi;
            re[m] = pr;
            im[m] = -pi;
        }
    }
}
