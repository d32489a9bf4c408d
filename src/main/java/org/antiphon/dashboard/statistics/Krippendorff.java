package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far raters agree, ratings missing or not: {@link Method#KRIPPENDORFF}.
 *
 * @param alpha 1 for perfect agreement, 0 for none beyond chance; 0.8 is customarily called good, 0.667 tentative
 * @param units with two ratings at least
 * @param ratings of those units
 * @param interval by drawing units anew, percentile: it speaks of other clips rated by the same people
 */
public record Krippendorff(double alpha, int units, int ratings, Result<Interval> interval) {

    /** How far two different ratings are apart. */
    public enum Scale {
        /** Different is different. */
        NOMINAL,
        /** By how many ratings lie between them. */
        ORDINAL,
        /** By the square of their difference. */
        INTERVAL
    }

    /**
     * @param ratings by unit, then by rater, NaN where missing; raters need not be the same for all units
     * @param resamples of units for the interval
     * @param seed of the resamples
     */
    public static Result<Krippendorff> of(double[][] ratings, Scale scale, double level, int resamples, long seed) {
        Check.level(level);
        Reliability data = Reliability.of(ratings);
        int units = data.units();
        int[] once = new int[units];
        Arrays.fill(once, 1);
        if (units < 2) {
            return Result.unknown("agreement needs two clips with two ratings each at least");
        }
        double alpha = data.alpha(scale, once);
        return Double.isNaN(alpha)
                ? Result.unknown("all ratings are the same")
                : Result.known(
                        new Krippendorff(alpha, units, data.ratings(), interval(data, scale, level, resamples, seed)));
    }

    private static Result<Interval> interval(Reliability data, Scale scale, double level, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < resamples; i++) {
            int[] times = new int[data.units()];
            for (int j = 0; j < times.length; j++) {
                times[random.nextInt(times.length)]++;
            }
            double alpha = data.alpha(scale, times);
            if (!Double.isNaN(alpha)) {
                drawn.add(alpha);
            }
        }
        if (drawn.size() < 0.95 * resamples || drawn.isEmpty()) {
            return Result.unknown("too many ratings are the same for an interval");
        }
        double[] sorted =
                drawn.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double tail = (1 - level) / 2;
        return Result.known(
                new Interval(Quantiles.ofSorted(sorted, tail), Quantiles.ofSorted(sorted, 1 - tail), level));
    }
}
