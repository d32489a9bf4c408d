package org.antiphon.dashboard.statistics;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a number of participants can show: {@link Method#POWER}.
 *
 * <p>All of it is as uncertain as the effect or the spread that it starts from; {@link HowManyMore} says how uncertain.
 */
public final class Power {

    /** Nobody runs a study with more. */
    private static final int MOST = 1_000_000;

    private Power() {}

    /**
     * The probability that a two-sided paired t test finds an effect.
     *
     * @param dz true difference in standard deviations of the differences
     * @param pairs participants, at least 2
     * @param alpha of the test
     */
    public static double paired(double dz, int pairs, double alpha) {
        Check.level(alpha);
        double freedom = pairs - 1.0;
        double critical = TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2);
        double shift = Math.abs(dz) * Math.sqrt(pairs);
        return 1 - NoncentralT.cumulative(critical, freedom, shift) + NoncentralT.cumulative(-critical, freedom, shift);
    }

    /** The fewest participants for whom a two-sided paired t test has the power. */
    public static Result<Integer> pairsNeeded(double dz, double power, double alpha) {
        Check.level(power);
        return fewest(
                n -> paired(dz, n, alpha) >= power, "so small an effect is not found with a million participants");
    }

    /**
     * The fewest participants for whom the t interval of a mean reaches no farther than this to either side.
     *
     * @param deviation of participants' means
     */
    public static Result<Integer> participantsFor(double halfWidth, double deviation, double level) {
        Check.level(level);
        double tail = (1 - level) / 2;
        return fewest(
                n -> TDistribution.of(n - 1.0).inverseSurvivalProbability(tail) * deviation / Math.sqrt(n) <= halfWidth,
                "so narrow an interval is not had with a million participants");
    }

    /**
     * A standard deviation that the true one exceeds with the given probability only, found from so many normal values.
     *
     * @param exceeded such as 0.2
     */
    public static double deviationAtMost(double deviation, int values, double exceeded) {
        double freedom = values - 1.0;
        return deviation
                * Math.sqrt(freedom / ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(exceeded));
    }

    /** The fewest from 2 on that are enough, of whom more are always enough. */
    private static Result<Integer> fewest(IntPredicate enough, String never) {
        if (!enough.test(MOST)) {
            return Result.unknown(never);
        }
        int low = 1;
        int high = MOST;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Result.known(high);
    }
}
