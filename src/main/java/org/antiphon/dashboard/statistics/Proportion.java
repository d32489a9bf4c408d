package org.antiphon.dashboard.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * A share of independent trials with the exact interval of Clopper and Pearson: {@link Method#PROPORTION}. For trials of
 * several participants, {@link ClusteredMean} of zeros and ones knows that they are alike.
 *
 * @param hits from 0 to trials
 * @param trials at least 1
 * @param share hits by trials
 */
public record Proportion(long hits, long trials, double share, Interval interval) {

    /** Needs one trial. */
    public static Result<Proportion> of(long hits, long trials, double level) {
        Check.level(level);
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " hits of " + trials);
        }
        if (trials == 0) {
            return Result.unknown("there are no trials");
        }
        double tail = (1 - level) / 2;
        double missed = trials - hits;
        double low = hits == 0 ? 0 : BetaDistribution.of(hits, missed + 1).inverseCumulativeProbability(tail);
        double high = missed == 0 ? 1 : BetaDistribution.of(hits + 1.0, missed).inverseSurvivalProbability(tail);
        return Result.known(new Proportion(hits, trials, (double) hits / trials, new Interval(low, high, level)));
    }

    /** How probable so many hits or more are where one has this chance: the one-sided binomial test. */
    public double pAbove(double chance) {
        return BinomialTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(Math.toIntExact(trials), Math.toIntExact(hits), chance)
                .getPValue();
    }
}
