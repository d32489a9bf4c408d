package org.antiphon.dashboard.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ratings by unit, as places in the list of distinct values.
 *
 * <p>Alpha is 1 minus observed by expected disagreement (Krippendorff 2011, Computing Krippendorff's alpha-reliability).
 * Sums over pairs are had from how often each unit was given each value, so that alpha of other units costs nothing more for
 * more raters, and alpha of other raters one pass over the ratings. The ordinal distance of two values, the squared number of
 * ratings between their middles, is the squared difference of the ranks that they share: ordinal alpha is interval alpha of
 * pooled ranks.
 *
 * @param values distinct, sorted upwards
 * @param places by unit, of units with two ratings at least
 * @param who gave each of them
 * @param counts by unit, how often each value was given
 * @param raters how many there are
 */
record Reliability(double[] values, int[][] places, int[][] who, int[][] counts, int raters) {

    static Reliability of(double[][] ratings) {
        double[][] paired = Arrays.stream(ratings)
                .filter(unit -> Arrays.stream(unit).filter(Check::present).count() > 1)
                .toArray(double[][]::new);
        int[][] who = Arrays.stream(paired)
                .map(unit -> IntStream.range(0, unit.length)
                        .filter(rater -> Check.present(unit[rater]))
                        .toArray())
                .toArray(int[][]::new);
        double[] values = distinct(paired);
        int[][] places = new int[paired.length][];
        for (int unit = 0; unit < places.length; unit++) {
            double[] given = paired[unit];
            places[unit] = Arrays.stream(who[unit])
                    .map(rater -> Arrays.binarySearch(values, given[rater]))
                    .toArray();
        }
        return new Reliability(
                values,
                places,
                who,
                counted(places, who, values.length, rater -> true),
                ratings.length == 0 ? 0 : ratings[0].length);
    }

    private static double[] distinct(double[][] ratings) {
        double[] all = Arrays.stream(ratings)
                .flatMapToDouble(Arrays::stream)
                .filter(Check::present)
                .toArray();
        Arrays.sort(all);
        int kept = 0;
        for (double value : all) {
            if (kept == 0 || Double.compare(value, all[kept - 1]) != 0) {
                all[kept++] = value;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private static int[][] counted(int[][] places, int[][] who, int values, IntPredicate raters) {
        int[][] counts = new int[places.length][values];
        for (int unit = 0; unit < places.length; unit++) {
            for (int i = 0; i < places[unit].length; i++) {
                if (raters.test(who[unit][i])) {
                    counts[unit][places[unit][i]]++;
                }
            }
        }
        return counts;
    }

    int units() {
        return places.length;
    }

    int ratings() {
        return Arrays.stream(places).mapToInt(unit -> unit.length).sum();
    }

    /** Alpha of all of them; NaN if all ratings are the same. */
    double alpha(Krippendorff.Scale scale) {
        return alpha(scale, counts, unit -> true);
    }

    double alphaOfUnits(Krippendorff.Scale scale, IntPredicate units) {
        return alpha(scale, counts, units);
    }

    double alphaOfRaters(Krippendorff.Scale scale, IntPredicate raters) {
        return alpha(scale, counted(places, who, values.length, raters), unit -> true);
    }

    private double alpha(Krippendorff.Scale scale, int[][] given, IntPredicate units) {
        int[][] kept = IntStream.range(0, given.length)
                .filter(units)
                .mapToObj(unit -> given[unit])
                .filter(unit -> Arrays.stream(unit).sum() > 1)
                .toArray(int[][]::new);
        long[] all = new long[values.length];
        for (int[] unit : kept) {
            for (int place = 0; place < all.length; place++) {
                all[place] += unit[place];
            }
        }
        return switch (scale) {
            case NOMINAL -> nominal(kept, all);
            case ORDINAL -> squared(kept, ranks(all), all);
            case INTERVAL -> squared(kept, values, all);
        };
    }

    private static double[] ranks(long[] counts) {
        double[] ranks = new double[counts.length];
        double below = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = below + (counts[i] + 1) / 2.0;
            below += counts[i];
        }
        return ranks;
    }

    private static double squared(int[][] units, double[] scores, long[] counts) {
        double n = 0;
        double middle = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i];
            middle += counts[i] * scores[i];
        }
        middle /= n;
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            expected += counts[i] * (scores[i] - middle) * (scores[i] - middle);
        }
        double observed = 0;
        for (int[] unit : units) {
            double m = 0;
            double sum = 0;
            double squares = 0;
            double first = Double.NaN;
            for (int place = 0; place < unit.length; place++) {
                if (unit[place] > 0) {
                    // from the first one, so that equal ratings differ by nothing at all
                    first = Double.isNaN(first) ? scores[place] : first;
                    double score = scores[place] - first;
                    m += unit[place];
                    sum += unit[place] * score;
                    squares += unit[place] * score * score;
                }
            }
            observed += (m * squares - sum * sum) / (m - 1);
        }
        return expected == 0 ? Double.NaN : 1 - observed * (n - 1) / (n * expected);
    }

    private static double nominal(int[][] units, long[] counts) {
        double n = Arrays.stream(counts).sum();
        double expected = n * n;
        for (long count : counts) {
            expected -= (double) count * count;
        }
        double observed = 0;
        for (int[] unit : units) {
            double m = 0;
            double alike = 0;
            for (int count : unit) {
                m += count;
                alike += (double) count * count;
            }
            observed += (m * m - alike) / (m - 1);
        }
        return expected == 0 ? Double.NaN : 1 - observed * (n - 1) / expected;
    }
}
