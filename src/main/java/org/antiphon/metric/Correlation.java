package org.antiphon.metric;

/** Pearson's correlation. */
final class Correlation {

    private Correlation() {}

    /** From -1 to 1; not a number where either side never changes. */
    static double pearson(float[] a, float[] b) {
        double meanA = Sums.mean(a);
        double meanB = Sums.mean(b);
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        return aa <= 1e-12 * a.length || bb <= 1e-12 * b.length ? Double.NaN : ab / Math.sqrt(aa * bb);
    }
}
