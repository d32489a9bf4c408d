package org.antiphon.dashboard.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of paired differences with its t interval.
 *
 * @param pairs how many
 * @param mean of the differences
 * @param deviation standard deviation of the differences, with n - 1
 */
public record MeanDifference(int pairs, double mean, double deviation, Interval interval) {

    /** Needs two differences that are there. */
    public static Result<MeanDifference> of(double[] differences, double level) {
        Check.level(level);
        return Summary.of(differences)
                .found()
                .filter(summary -> summary.count() > 1)
                .map(summary -> Result.known(of(summary, level)))
                .orElseGet(() -> Result.unknown("an interval needs two pairs at least"));
    }

    private static MeanDifference of(Summary summary, double level) {
        int n = summary.count();
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - level) / 2);
        double reach = t * summary.deviation() / Math.sqrt(n);
        return new MeanDifference(
                n,
                summary.mean(),
                summary.deviation(),
                new Interval(summary.mean() - reach, summary.mean() + reach, level));
    }
}
