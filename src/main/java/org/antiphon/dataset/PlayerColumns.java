package org.antiphon.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides the columns of a picture among players who stand side by side. Of all divisions the one is taken whose parts
 * hold their motion most closely together (weighted one-dimensional k-means, exactly by dynamic programming: Wang and
 * Song 2011), whose borders lie where little moves, and, where motion leaves it open, whose parts are alike in width.
 */
final class PlayerColumns {

    private static final double BORDER = 0.05;
    private static final double WIDTH = 0.04;

    private final double[] weight;
    private final double[] sums;
    private final double[] moments;
    private final double[] squares;
    private final int players;

    private PlayerColumns(double[] weight, int players) {
        this.weight = weight;
        this.players = players;
        int n = weight.length;
        sums = new double[n + 1];
        moments = new double[n + 1];
        squares = new double[n + 1];
        for (int x = 0; x < n; x++) {
            double at = (x + 0.5) / n;
            sums[x + 1] = sums[x] + weight[x];
            moments[x + 1] = moments[x] + weight[x] * at;
            squares[x + 1] = squares[x] + weight[x] * at * at;
        }
    }

    /**
     * @param motion of each column
     * @return from and to of each player's columns, from left to right; together all columns
     */
    static List<int[]> of(double[] motion, int players) {
        return new PlayerColumns(evened(motion), players).divide();
    }

    /** Smoothed, and as a square root: a player who moves much is to weigh little more than one who sits still. */
    private static double[] evened(double[] motion) {
        int reach = Math.max(1, motion.length / 64);
        double[] even = new double[motion.length];
        double sum = 0;
        for (int x = 0; x < motion.length; x++) {
            double mean = 0;
            for (int d = -reach; d <= reach; d++) {
                mean += motion[Math.max(0, Math.min(motion.length - 1, x + d))];
            }
            even[x] = Math.sqrt(mean / (2 * reach + 1));
            sum += even[x];
        }
        for (int x = 0; x < even.length; x++) {
            even[x] = sum == 0 ? 1.0 / even.length : even[x] / sum;
        }
        return even;
    }

    private List<int[]> divide() {
        int n = weight.length;
        int least = Math.max(1, n / (3 * players));
        double[][] cost = new double[players + 1][n + 1];
        int[][] from = new int[players + 1][n + 1];
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (int k = 1; k <= players; k++) {
            for (int end = k * least; end <= n; end++) {
                for (int begin = (k - 1) * least; begin <= end - least; begin++) {
                    double sum = cost[k - 1][begin] + part(begin, end);
                    if (sum < cost[k][end]) {
                        cost[k][end] = sum;
                        from[k][end] = begin;
                    }
                }
            }
        }
        List<int[]> parts = new ArrayList<>();
        int end = n;
        for (int k = players; k > 0; k--) {
            parts.add(0, new int[] {from[k][end], end});
            end = from[k][end];
        }
        return parts;
    }

    /** Spread of its motion, in widths of a part if all were alike; the border on its left; how unlike its width is. */
    private double part(int begin, int end) {
        double sum = sums[end] - sums[begin];
        double moment = moments[end] - moments[begin];
        double spread = sum == 0 ? 0 : squares[end] - squares[begin] - moment * moment / sum;
        double border = begin == 0 ? 0 : (weight[begin - 1] + weight[begin]) / 2 * weight.length;
        double width = (double) (end - begin) / weight.length * players - 1;
        return spread * players * players + BORDER * border / players + WIDTH * width * width / players;
    }
}
