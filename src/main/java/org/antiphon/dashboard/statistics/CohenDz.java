package org.antiphon.dashboard.statistics;

/**
 * A paired difference in its own standard deviations: {@link Method#COHEN_DZ}.
 *
 * @param pairs how many
 * @param value mean difference by standard deviation of the differences; positive where the first is higher
 * @param unbiased the same by Hedges' correction, which few pairs need
 * @param interval of the value, by the noncentral t distribution
 */
public record CohenDz(int pairs, double value, double unbiased, Interval interval) {

    /** Needs two differences that differ. */
    public static Result<CohenDz> of(double[] differences, double level) {
        Result<MeanDifference> found = MeanDifference.of(differences, level);
        if (found instanceof Result.Known<MeanDifference> known && known.value().deviation() == 0) {
            return Result.unknown("all pairs differ by the same");
        }
        return found.map(difference -> of(difference, level));
    }

    private static CohenDz of(MeanDifference difference, double level) {
        int n = difference.pairs();
        double value = difference.mean() / difference.deviation();
        double t = value * Math.sqrt(n);
        double tail = (1 - level) / 2;
        double low = NoncentralT.shiftAt(t, n - 1, 1 - tail) / Math.sqrt(n);
        double high = NoncentralT.shiftAt(t, n - 1, tail) / Math.sqrt(n);
        return new CohenDz(n, value, value * hedges(n - 1), new Interval(low, high, level));
    }

    /** The exact factor of Hedges (1981): gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) / 2)). */
    private static double hedges(int freedom) {
        if (freedom == 1) {
            return 0;
        }
        double half = freedom / 2.0;
        return Math.exp(NoncentralT.logGamma(half) - NoncentralT.logGamma(half - 0.5)) / Math.sqrt(half);
    }
}
