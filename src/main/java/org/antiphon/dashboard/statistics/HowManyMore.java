package org.antiphon.dashboard.statistics;

/**
 * How many participants more a paired comparison would need.
 *
 * <p>What was observed is not what is true, and an effect that was looked at because it was large is probably smaller: so the
 * numbers for the ends of the effect's interval stand beside, and if that interval holds 0, no number can be promised.
 *
 * @param pairs that there are
 * @param power of a t test with these, if the observed effect is the true one
 * @param needed participants in all, if the observed effect (without its bias) is the true one
 * @param neededAtLeast the same for the end of the interval that is farther from 0
 * @param neededAtMost the same for the end that is nearer to 0
 * @param moreForRanks participants that the signed-rank test needs for each one of the t test, at normal differences:
 *     pi / 3; never more than 125 / 108, whatever the distribution (Hodges and Lehmann 1956)
 */
public record HowManyMore(
        int pairs,
        double power,
        Result<Integer> needed,
        Result<Integer> neededAtLeast,
        Result<Integer> neededAtMost,
        double moreForRanks) {

    /**
     * @param observed effect
     * @param power that is wanted, such as 0.8
     * @param alpha of the two-sided test
     */
    public static HowManyMore of(CohenDz observed, double power, double alpha) {
        Interval ends = observed.interval();
        double far = Math.max(Math.abs(ends.low()), Math.abs(ends.high()));
        double near = Math.min(Math.abs(ends.low()), Math.abs(ends.high()));
        return new HowManyMore(
                observed.pairs(),
                Power.paired(observed.unbiased(), observed.pairs(), alpha),
                Power.pairsNeeded(observed.unbiased(), power, alpha),
                Power.pairsNeeded(far, power, alpha),
                ends.holds(0)
                        ? Result.unknown("the interval of the effect holds 0: no number can be promised")
                        : Power.pairsNeeded(near, power, alpha),
                Math.PI / 3);
    }
}
