package org.antiphon.dashboard.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean of ratings with an interval that knows that ratings of one participant are alike.
 *
 * <p>Of the two intervals, {@link #bootstrap} is the one to show: in simulated studies of 12 to 40 participants with 5 to 20
 * items it holds the truth in 93 to 96 of 100, be ratings bell-shaped, cut at the end of a slider, or crowded at one end
 * of five points; the t interval does so too, but for crowded ratings of few participants, where it holds the truth in 91 to
 * 93. No interval knows of a minority that happens not to have come. With 2 to 4 participants there is only the t interval.
 *
 * <p>It speaks of all participants who might have come, and of just these items. It is not cut at the ends of the scale:
 * {@link Interval#within} does that for a picture.
 *
 * @param mean of all ratings
 * @param participants who gave them
 * @param ratings how many
 * @param standardError of the mean, robust against likeness within participants
 * @param freedom degrees of freedom of that error; participants - 1 if all rated equally often, fewer otherwise
 * @param interval of the mean
 * @param method how the interval was found
 */
public record ClusteredMean(
        double mean,
        int participants,
        long ratings,
        double standardError,
        double freedom,
        Interval interval,
        Method method) {

    /** At least these many participants, or nothing is said about more than them. */
    static final int FEWEST = 2;

    /**
     * By the bias-reduced cluster-robust error and Satterthwaite's degrees of freedom: {@link Method#CLUSTERED_T}.
     *
     * @param level of the interval, such as {@link Interval#CUSTOMARY}
     */
    public static Result<ClusteredMean> of(Clusters clusters, double level) {
        Check.level(level);
        if (clusters.participants() < FEWEST) {
            return tooFew(clusters.participants(), FEWEST);
        }
        RobustError error = RobustError.of(clusters);
        double reach = TDistribution.of(error.freedom()).inverseSurvivalProbability((1 - level) / 2) * error.value();
        double mean = clusters.mean();
        return Result.known(new ClusteredMean(
                mean,
                clusters.participants(),
                clusters.ratings(),
                error.value(),
                error.freedom(),
                new Interval(mean - reach, mean + reach, level),
                Method.CLUSTERED_T));
    }

    /**
     * Of numbers that cannot lie outside a range, on a scale on which its ends are infinitely far: {@link Method#BOUNDED_T}.
     * Without a lower end, or where all numbers lie at an end, it is {@link #of}, cut at the ends.
     *
     * @param lowest smallest possible number, may be negative infinity
     * @param highest largest possible number, may be infinity
     */
    public static Result<ClusteredMean> bounded(Clusters clusters, double lowest, double highest, double level) {
        return of(clusters, level)
                .found()
                .map(plain -> Result.known(new ClusteredMean(
                        plain.mean,
                        plain.participants,
                        plain.ratings,
                        plain.standardError,
                        plain.freedom,
                        bounded(plain, lowest, highest),
                        Method.BOUNDED_T)))
                .orElseGet(() -> tooFew(clusters.participants(), FEWEST));
    }

    private static Interval bounded(ClusteredMean plain, double lowest, double highest) {
        double mean = plain.mean;
        double level = plain.interval.level();
        double reach = plain.interval.halfWidth();
        if (Double.isInfinite(lowest) || mean <= lowest || mean >= highest) {
            return plain.interval.within(lowest, highest);
        }
        double below = mean - lowest;
        if (Double.isInfinite(highest)) {
            double factor = Math.exp(reach / below);
            return new Interval(lowest + below / factor, lowest + below * factor, level);
        }
        double odds = below / (highest - mean);
        double factor = Math.exp(reach * (highest - lowest) / (below * (highest - mean)));
        return new Interval(atOdds(odds / factor, lowest, highest), atOdds(odds * factor, lowest, highest), level);
    }

    private static double atOdds(double odds, double lowest, double highest) {
        return highest - (highest - lowest) / (1 + odds);
    }

    /**
     * By drawing participants anew: {@link Method#CLUSTERED_BOOTSTRAP}.
     *
     * @param resamples how often; 2000 are customary
     * @param seed of the drawing: the same seed gives the same interval
     */
    public static Result<ClusteredMean> bootstrap(Clusters clusters, double level, int resamples, long seed) {
        return ClusterBootstrap.studentised(clusters, level, resamples, seed);
    }

    static <T> Result<T> tooFew(int participants, int needed) {
        return Result.unknown(
                "an interval needs ratings of " + needed + " participants at least, there are " + participants);
    }
}
