package org.antiphon.dashboard.statistics;

import java.util.Arrays;

/**
 * Ranks from 1, ties sharing the mean of theirs.
 *
 * @param ranks in the order of the values
 * @param tieTerm sum of t³ - t over groups of t equal values
 */
record Ranks(double[] ranks, double tieTerm) {

    static Ranks of(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        double ties = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            // 0.0 and -0.0 are equal here, though not to the sorting
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            double size = to - from;
            ties += size * size * size - size;
        }
        return new Ranks(ranks, ties);
    }
}
