package org.antiphon.dashboard.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution, for intervals of effect sizes and for power: of (Z + shift) / Y, with Z normal and Y the
 * root of a chi-squared variable by its degrees of freedom.
 *
 * <p>The normal probability of t y - shift is integrated over the density of Y, by Gauss-Legendre in panels: to about 1e-12
 * wherever the tests look, at a known cost, where the usual series (Lenth 1989, AS 243) lose digits for large shifts.
 */
final class NoncentralT {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int PANELS = 24;

    /** Nodes and weights of Gauss-Legendre with 8 points, the positive half (Abramowitz and Stegun 25.4). */
    private static final double[][] HALF = {
        {0.1834346424956498, 0.3626837833783620},
        {0.5255324099163290, 0.3137066458778873},
        {0.7966664774136267, 0.2223810344533745},
        {0.9602898564975363, 0.1012285362903763}
    };

    private NoncentralT() {}

    /** The probability of at most t. */
    static double cumulative(double t, double freedom, double shift) {
        double width = 12 / Math.sqrt(2 * freedom);
        double low = Math.max(0, 1 - width);
        double panel = (1 + width - low) / PANELS;
        double constant = Math.log(2) + freedom / 2 * Math.log(freedom / 2) - logGamma(freedom / 2);
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            double middle = low + (i + 0.5) * panel;
            for (double[] node : HALF) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double y = middle + sign * node[0] * panel / 2;
                    double density = Math.exp(constant + (freedom - 1) * Math.log(y) - freedom * y * y / 2);
                    sum += node[1] * density * NORMAL.cumulativeProbability(t * y - shift);
                }
            }
        }
        return Math.min(1, sum * panel / 2);
    }

    /** The shift under which a t at most as large as this has the given probability, which falls as the shift grows. */
    static double shiftAt(double t, double freedom, double probability) {
        double low = t - 10;
        while (cumulative(t, freedom, low) < probability) {
            low -= 10 + Math.abs(low);
        }
        double high = t + 10;
        while (cumulative(t, freedom, high) > probability) {
            high += 10 + Math.abs(high);
        }
        return new BrentSolver(1e-11, 1e-11, 1e-13)
                .findRoot(shift -> cumulative(t, freedom, shift) - probability, low, high);
    }

    static double logGamma(double x) {
        return LogGamma.value(x);
    }
}
