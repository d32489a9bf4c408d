package org.antiphon.dashboard.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Pairs of clips in the same order by two numbers, and in the other, counted by merging (Knight 1966).
 *
 * @param score pairs in the same order minus pairs in the other
 * @param tau tau-b, NaN where one of the two numbers is always the same
 * @param variance of the score without correlation, ties heeded (Kendall 1970, Rank correlation methods, 4.6)
 */
record Concordance(double score, double tau, double variance) {

    static Concordance of(double[] x, double[] y) {
        int n = x.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> x[a] != x[b] ? Double.compare(x[a], x[b]) : Double.compare(y[a], y[b]));
        double[] sorted = new double[n];
        Arrays.setAll(sorted, i -> y[order[i]]);
        double alike = 0;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && x[order[to]] == x[order[from]] && y[order[to]] == y[order[from]]) {
                to++;
            }
            alike += (to - from) * (to - from - 1.0) / 2;
        }
        Groups ofX = Groups.of(x);
        Groups ofY = Groups.of(y);
        double pairs = n * (n - 1.0) / 2;
        double crossed = inversions(sorted, new double[n], 0, n);
        double score = pairs - ofX.pairs() - ofY.pairs() + alike - 2 * crossed;
        double tau = score / Math.sqrt(pairs - ofX.pairs()) / Math.sqrt(pairs - ofY.pairs());
        double m = n * (n - 1.0);
        double variance = (m * (2.0 * n + 5) - ofX.fives() - ofY.fives()) / 18
                + 2 * ofX.pairs() * ofY.pairs() / m
                + ofX.triples() * ofY.triples() / (9 * m * (n - 2));
        return new Concordance(score, tau, variance);
    }

    /** Two-sided, by the normal distribution. */
    double p() {
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(score) / Math.sqrt(variance)));
    }

    private static double inversions(double[] values, double[] free, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = inversions(values, free, from, middle) + inversions(values, free, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || left < middle && values[left] <= values[right]) {
                free[i] = values[left++];
            } else {
                count += middle - left;
                free[i] = values[right++];
            }
        }
        System.arraycopy(free, from, values, from, to - from);
        return count;
    }

    /** Sums over groups of t equal values: of t(t-1)/2, t(t-1)(t-2) and t(t-1)(2t+5). */
    private record Groups(double pairs, double triples, double fives) {

        static Groups of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double pairs = 0;
            double triples = 0;
            double fives = 0;
            for (int from = 0, to; from < sorted.length; from = to) {
                to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                double t = to - from;
                pairs += t * (t - 1) / 2;
                triples += t * (t - 1) * (t - 2);
                fives += t * (t - 1) * (2 * t + 5);
            }
            return new Groups(pairs, triples, fives);
        }
    }
}
