package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of each participant in each condition: what paired comparisons are made of, so that many ratings of one
 * participant count once.
 *
 * <p>A cell without ratings is NaN. A comparison of two conditions leaves out participants who miss one of the two; a
 * comparison of all leaves out those who miss any. Nothing is filled in.
 *
 * @param means by participant, then by condition
 */
public record CellMeans(double[][] means) {

    /** Differences of means are compared at so many decimals: two ways of summing must not break a tie. */
    private static final double DECIMALS = 1e9;

    /** @throws IllegalArgumentException if participants differ in their number of conditions */
    public CellMeans {
        for (double[] row : means) {
            Check.sameLength(row.length, means[0].length);
        }
    }

    /**
     * @param participant of each row, from 0; negative for rows that do not count
     * @param condition of each row, from 0; negative for rows that do not count
     * @param value of each row, NaN where missing
     */
    public static CellMeans of(int participants, int conditions, int[] participant, int[] condition, double[] value) {
        Check.sameLength(participant.length, value.length);
        Check.sameLength(condition.length, value.length);
        double[][] sums = new double[participants][conditions];
        int[][] counts = new int[participants][conditions];
        for (int row = 0; row < value.length; row++) {
            if (participant[row] >= 0 && condition[row] >= 0 && Check.present(value[row])) {
                Check.index(participant[row], participants, "participant");
                Check.index(condition[row], conditions, "condition");
                sums[participant[row]][condition[row]] += value[row];
                counts[participant[row]][condition[row]]++;
            }
        }
        for (int i = 0; i < participants; i++) {
            for (int j = 0; j < conditions; j++) {
                sums[i][j] = counts[i][j] == 0 ? Double.NaN : sums[i][j] / counts[i][j];
            }
        }
        return new CellMeans(sums);
    }

    public int participants() {
        return means.length;
    }

    public int conditions() {
        return means.length == 0 ? 0 : means[0].length;
    }

    /** First minus second, of participants who have both, to the ninth decimal. */
    public double[] differences(int first, int second) {
        return Arrays.stream(means)
                .mapToDouble(row -> rounded(row[first] - row[second]))
                .filter(Check::present)
                .toArray();
    }

    /** The rows of participants who have all conditions. */
    public double[][] complete() {
        List<double[]> rows = new ArrayList<>();
        for (double[] row : means) {
            if (Arrays.stream(row).noneMatch(Double::isNaN)) {
                rows.add(Arrays.stream(row).map(CellMeans::rounded).toArray());
            }
        }
        return rows.toArray(double[][]::new);
    }

    static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
