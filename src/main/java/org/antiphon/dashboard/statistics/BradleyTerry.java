package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How strong conditions are, by preferences between two at a time: {@link Method#BRADLEY_TERRY}.
 *
 * <p>Where some conditions were never preferred to some others, the likelihood has no maximum; each pair that was compared
 * then counts 1/k of a preference each way besides, k the number of conditions (for two this is Jeffreys' prior), and the
 * result says so.
 *
 * @param strengths logarithms that add up to 0: a condition is preferred to another, of those who prefer one, with the
 *     odds exp(difference)
 * @param errors standard errors of the strengths
 * @param intervals of the strengths
 * @param tieParameter Davidson's: ties are as likely as this by the mean of two preferences between equals; 0 without ties
 * @param clustered whether errors know that choices of one participant are alike; not with fewer than five participants or
 *     when penalised
 * @param penalised whether preferences were added because the likelihood alone has no maximum
 * @param participants who chose
 * @param choices how many
 * @param covariance of the strengths
 * @param level of the intervals
 */
public record BradleyTerry(
        double[] strengths,
        double[] errors,
        List<Interval> intervals,
        double tieParameter,
        boolean clustered,
        boolean penalised,
        int participants,
        int choices,
        double[][] covariance,
        double level) {

    private static final int FEWEST_CLUSTERS = 5;

    /** Needs each condition compared with each other, if only by way of third ones, and one preference at least. */
    public static Result<BradleyTerry> of(Choices choices, double level) {
        Check.level(level);
        long[][] wins = choices.wins();
        long[][] ties = choices.ties();
        Connection connection = Connection.of(wins, ties);
        if (choices.conditions() < 2 || connection == Connection.APART) {
            return Result.unknown("not all conditions were compared with each other, if only by way of third ones");
        }
        boolean anyTie = any(ties);
        if (!any(wins)) {
            return Result.unknown("nobody preferred anything");
        }
        DavidsonModel model = new DavidsonModel(choices.conditions(), anyTie);
        double[] at = connection == Connection.STRONG ? model.fit(weights(wins), weights(ties)) : null;
        if (at != null) {
            return Result.known(StrengthErrors.ofLikelihood(model, at, choices).result(model, at, choices, level));
        }
        double[][] moreWins = weights(wins);
        double share = 1.0 / choices.conditions();
        for (int i = 0; i < moreWins.length; i++) {
            for (int j = 0; j < moreWins.length; j++) {
                moreWins[i][j] += wins[i][j] + wins[j][i] + ties[i][j] > 0 ? share : 0;
            }
        }
        double[] penalised = model.fit(moreWins, weights(ties));
        return penalised == null
                ? Result.unknown("the likelihood has no maximum")
                : Result.known(StrengthErrors.ofPenalised(model, penalised, moreWins, weights(ties))
                        .result(model, penalised, choices, level));
    }

    static int fewestClusters() {
        return FEWEST_CLUSTERS;
    }

    /** The strength of one condition above another, with its interval. */
    public Interval difference(int first, int second) {
        double error = Math.sqrt(covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]);
        double reach = reach(level, clustered, participants) * error;
        double between = strengths[first] - strengths[second];
        return new Interval(between - reach, between + reach, level);
    }

    /** The probability that one condition is preferred to another, of those who prefer one. */
    public double preferred(int first, int second) {
        return 1 / (1 + Math.exp(strengths[second] - strengths[first]));
    }

    static BradleyTerry of(
            double[] at, DavidsonModel model, double[][] covariance, StrengthErrors from, int choices, double level) {
        int k = model.conditions();
        double[] strengths = java.util.Arrays.copyOf(at, k);
        double[] errors = new double[k];
        double reach = reach(level, from.clustered(), from.participants());
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            errors[i] = Math.sqrt(Math.max(0, covariance[i][i]));
            intervals.add(new Interval(strengths[i] - reach * errors[i], strengths[i] + reach * errors[i], level));
        }
        double tie = model.ties() ? Math.exp(at[k]) : 0;
        return new BradleyTerry(
                strengths,
                errors,
                List.copyOf(intervals),
                tie,
                from.clustered(),
                from.penalised(),
                from.participants(),
                choices,
                covariance,
                level);
    }

    private static double reach(double level, boolean clustered, int participants) {
        double tail = (1 - level) / 2;
        return clustered
                ? TDistribution.of(participants - 1.0).inverseSurvivalProbability(tail)
                : NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    private static boolean any(long[][] counts) {
        return java.util.Arrays.stream(counts)
                .flatMapToLong(java.util.Arrays::stream)
                .anyMatch(count -> count > 0);
    }

    private static double[][] weights(long[][] counts) {
        return java.util.Arrays.stream(counts)
                .map(row -> java.util.Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }
}
