package org.antiphon.dashboard.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ratings by unit, as places in the list of distinct values.
 *
 * <p>Alpha is 1 minus observed by expected disagreement (Krippendorff 2011, Computing Krippendorff's alpha-reliability).
 * Sums over pairs are had from counts or from sums and squares, so that it costs two passes over the ratings. The ordinal
 * distance of two values, the squared number of ratings between their middles, is the squared difference of the ranks that
 * they share: ordinal alpha is interval alpha of pooled ranks.
 *
 * @param values distinct, sorted upwards
 * @param places by unit, of units with two ratings at least, sorted upwards
 * @param who gave each of them
 * @param raters how many there are
 */
record Reliability(double[] values, int[][] places, int[][] who, int raters) {

    static Reliability of(double[][] ratings) {
        int[][] who = Arrays.stream(ratings)
                .map(unit -> IntStream.range(0, unit.length)
                        .filter(rater -> Check.present(unit[rater]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(rater -> unit[rater]))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
        int[] paired = IntStream.range(0, ratings.length)
                .filter(unit -> who[unit].length > 1)
                .toArray();
        double[] values = Arrays.stream(paired)
                .boxed()
                .flatMapToDouble(unit -> Arrays.stream(who[unit]).mapToDouble(rater -> ratings[unit][rater]))
                .sorted()
                .distinct()
                .toArray();
        int[][] places = Arrays.stream(paired)
                .mapToObj(unit -> Arrays.stream(who[unit])
                        .map(rater -> Arrays.binarySearch(values, ratings[unit][rater]))
                        .toArray())
                .toArray(int[][]::new);
        int raters = ratings.length == 0 ? 0 : ratings[0].length;
        return new Reliability(
                values,
                places,
                Arrays.stream(paired).mapToObj(unit -> who[unit]).toArray(int[][]::new),
                raters);
    }

    int units() {
        return places.length;
    }

    int ratings() {
        return Arrays.stream(places).mapToInt(unit -> unit.length).sum();
    }

    /** Alpha of some units and raters; NaN if all of their ratings are the same. */
    double alpha(Krippendorff.Scale scale, IntPredicate units, IntPredicate ratersIn) {
        int[][] kept = IntStream.range(0, places.length)
                .filter(units)
                .mapToObj(unit -> IntStream.range(0, places[unit].length)
                        .filter(i -> ratersIn.test(who[unit][i]))
                        .map(i -> places[unit][i])
                        .toArray())
                .filter(unit -> unit.length > 1)
                .toArray(int[][]::new);
        long[] counts = new long[values.length];
        for (int[] unit : kept) {
            for (int place : unit) {
                counts[place]++;
            }
        }
        return switch (scale) {
            case NOMINAL -> nominal(kept, counts);
            case ORDINAL -> squared(kept, ranks(counts), counts);
            case INTERVAL -> squared(kept, values, counts);
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
            double sum = 0;
            double squares = 0;
            for (int place : unit) {
                // from the first one, so that equal ratings differ by nothing at all
                double score = scores[place] - scores[unit[0]];
                sum += score;
                squares += score * score;
            }
            double m = unit.length;
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
            double m = unit.length;
            double unlike = m * m;
            for (int from = 0, to; from < unit.length; from = to) {
                to = from + 1;
                while (to < unit.length && unit[to] == unit[from]) {
                    to++;
                }
                unlike -= (double) (to - from) * (to - from);
            }
            observed += unlike / (m - 1);
        }
        return expected == 0 ? Double.NaN : 1 - observed * (n - 1) / expected;
    }
}
