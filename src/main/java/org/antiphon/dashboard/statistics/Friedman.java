package org.antiphon.dashboard.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether conditions differ at all, by the ranks that each participant gives them.
 *
 * @param participants who have all conditions
 * @param leftOut who miss one or more
 * @param conditions compared
 * @param statistic chi-squared, corrected for ties
 * @param p by chi-squared with conditions - 1 degrees of freedom
 * @param f Iman and Davenport's statistic, better with few participants; infinite if all agree
 * @param pOfF by F with conditions - 1 and (conditions - 1)(participants - 1) degrees of freedom
 * @param concordance Kendall's W, from 0 (no agreement) to 1 (all rank alike)
 * @param meanRanks of each condition, from 1
 */
public record Friedman(
        int participants,
        int leftOut,
        int conditions,
        double statistic,
        double p,
        double f,
        double pOfF,
        double concordance,
        double[] meanRanks) {

    /** Needs three conditions and two complete participants who tell them apart. */
    public static Result<Friedman> of(CellMeans cells) {
        double[][] rows = cells.complete();
        int k = cells.conditions();
        int n = rows.length;
        if (k < 3) {
            return Result.unknown("a Friedman test needs three conditions");
        }
        if (n < 2) {
            return Result.unknown("a Friedman test needs two participants who rated all conditions, there are " + n);
        }
        double[] sums = new double[k];
        double ties = 0;
        for (double[] row : rows) {
            Ranks ranks = Ranks.of(row);
            ties += ranks.tieTerm();
            for (int j = 0; j < k; j++) {
                sums[j] += ranks.ranks()[j];
            }
        }
        double cells3 = n * (double) k * (k * (double) k - 1);
        if (ties >= cells3) {
            return Result.unknown("nobody tells the conditions apart");
        }
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - n * (k + 1) / 2.0) * (sum - n * (k + 1) / 2.0);
        }
        double statistic = 12 * squares / (n * (double) k * (k + 1)) / (1 - ties / cells3);
        double most = n * (k - 1.0);
        double f = statistic >= most ? Double.POSITIVE_INFINITY : (n - 1) * statistic / (most - statistic);
        for (int j = 0; j < k; j++) {
            sums[j] /= n;
        }
        return Result.known(new Friedman(
                n,
                cells.participants() - n,
                k,
                statistic,
                ChiSquaredDistribution.of(k - 1.0).survivalProbability(statistic),
                f,
                FDistribution.of(k - 1.0, (k - 1.0) * (n - 1)).survivalProbability(f),
                Math.min(1, statistic / most),
                sums));
    }
}
