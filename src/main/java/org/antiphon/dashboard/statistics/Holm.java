package org.antiphon.dashboard.statistics;

import java.util.Arrays;

/** Several tests at once: {@link Method#HOLM}. */
public final class Holm {

    private Holm() {}

    /** The p values corrected for their number, in the same order; NaN ones stay NaN and do not count. */
    public static double[] adjust(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        long left = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
        double largest = 0;
        for (int i = 0; left > 0; i++, left--) {
            largest = Math.max(largest, Math.min(1, p[order[i]] * left));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
