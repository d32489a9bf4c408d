package org.antiphon.dashboard.statistics;

import java.util.Arrays;

/**
 * Ratings by unit, as places in the list of distinct values.
 *
 * <p>Alpha is 1 minus observed by expected disagreement (Krippendorff 2011, Computing Krippendorff's alpha-reliability).
 * Sums over pairs are had from counts or from sums and squares, so that a draw costs one pass over the ratings. The ordinal
 * distance of two values, the squared number of ratings between their middles, is the squared difference of the ranks that
 * they share: ordinal alpha is interval alpha of pooled ranks.
 *
 * @param values distinct, sorted upwards
 * @param places by unit, of units with two ratings at least
 */
record Reliability(double[] values, int[][] places) {

    static Reliability of(double[][] ratings) {
        double[][] paired = Arrays.stream(ratings)
                .map(Check::present)
                .filter(unit -> unit.length > 1)
                .toArray(double[][]::new);
        double[] values = Arrays.stream(paired)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        int[][] places = Arrays.stream(paired)
                .map(unit -> Arrays.stream(unit)
                        .mapToInt(value -> Arrays.binarySearch(values, value))
                        .toArray())
                .toArray(int[][]::new);
        return new Reliability(values, places);
    }

    int units() {
        return places.length;
    }

    int ratings() {
        return Arrays.stream(places).mapToInt(unit -> unit.length).sum();
    }

    /** Alpha of units taken so many times each; NaN if all ratings are the same. */
    double alpha(Krippendorff.Scale scale, int[] times) {
        long[] counts = new long[values.length];
        for (int u = 0; u < places.length; u++) {
            for (int place : places[u]) {
                counts[place] += times[u];
            }
        }
        return scale == Krippendorff.Scale.NOMINAL
                ? nominal(counts, times)
                : squared(scale == Krippendorff.Scale.ORDINAL ? ranks(counts) : values, counts, times);
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

    private double squared(double[] scores, long[] counts, int[] times) {
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
        for (int u = 0; u < places.length; u++) {
            double sum = 0;
            double squares = 0;
            for (int place : places[u]) {
                // from the first one, so that equal ratings differ by nothing at all
                double score = scores[place] - scores[places[u][0]];
                sum += score;
                squares += score * score;
            }
            double m = places[u].length;
            observed += times[u] * (m * squares - sum * sum) / (m - 1);
        }
        return expected == 0 ? Double.NaN : 1 - observed * (n - 1) / (n * expected);
    }

    private double nominal(long[] counts, int[] times) {
        double n = Arrays.stream(counts).sum();
        double expected = n * n;
        for (long count : counts) {
            expected -= (double) count * count;
        }
        double observed = 0;
        for (int u = 0; u < places.length; u++) {
            double m = places[u].length;
            double unlike = m * m;
            int[] sorted = places[u].clone();
            Arrays.sort(sorted);
            for (int from = 0, to; from < sorted.length; from = to) {
                to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                unlike -= (double) (to - from) * (to - from);
            }
            observed += times[u] * unlike / (m - 1);
        }
        return expected == 0 ? Double.NaN : 1 - observed * (n - 1) / expected;
    }
}
