package org.antiphon.signal;

/** How alike two sequences are at every lag. */
public final class CrossCorrelation {

    private CrossCorrelation() {}

    /**
     * {@code result[lag + reach] = Σ a[i + lag] · b[i]} for lags from {@code -reach} to {@code reach}: the peak lies at
     * the number of samples by which {@code b} must be delayed to look like {@code a}.
     */
    public static double[] of(float[] a, float[] b, int reach) {
        int size = Fft.sizeFor(Math.max(2, Math.max(a.length, b.length) + reach + 1));
        double[] re = new double[size];
        double[] im = new double[size];
        for (int i = 0; i < a.length; i++) {
            re[i] = a[i];
        }
        for (int i = 0; i < b.length; i++) {
            im[i] = b[i];
        }
        Fft fft = Fft.of(size);
        fft.forward(re, im);
        multiply(re, im, size);
        fft.inverse(re, im);
        double[] result = new double[2 * reach + 1];
        for (int lag = -reach; lag <= reach; lag++) {
            result[lag + reach] = re[Math.floorMod(lag, size)];
        }
        return result;
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
