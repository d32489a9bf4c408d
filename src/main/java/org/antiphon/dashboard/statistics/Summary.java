package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers described by themselves, without a word about whom they stand for.
 *
 * @param count how many
 * @param mean their mean
 * @param deviation standard deviation with n - 1, NaN for a single value
 * @param lowest smallest
 * @param lowerQuartile quartiles are of type 7 (see {@link Method#QUARTILES})
 * @param median type 7, which is the customary median
 * @param upperQuartile type 7
 * @param highest largest
 */
public record Summary(
        int count,
        double mean,
        double deviation,
        double lowest,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double highest) {

    /** Describes the values that are not NaN. */
    public static Result<Summary> of(double[] values) {
        double[] sorted = Check.present(values);
        Arrays.sort(sorted);
        return ofSorted(sorted, 0, sorted.length);
    }

    /**
     * Describes groups of a column in one pass.
     *
     * @param group of each row from 0 to groups - 1, negative for rows that belong to none
     */
    public static List<Result<Summary>> byGroup(int groups, int[] group, double[] value) {
        Check.sameLength(group.length, value.length);
        int[] from = new int[groups + 1];
        for (int row = 0; row < group.length; row++) {
            if (group[row] >= 0 && Check.present(value[row])) {
                Check.index(group[row], groups, "group");
                from[group[row] + 1]++;
            }
        }
        Arrays.parallelPrefix(from, Integer::sum);
        double[] sorted = new double[from[groups]];
        int[] next = from.clone();
        for (int row = 0; row < group.length; row++) {
            if (group[row] >= 0 && !Double.isNaN(value[row])) {
                sorted[next[group[row]]++] = value[row];
            }
        }
        List<Result<Summary>> found = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            Arrays.sort(sorted, from[i], from[i + 1]);
            found.add(ofSorted(sorted, from[i], from[i + 1]));
        }
        return found;
    }

    private static Result<Summary> ofSorted(double[] sorted, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return Result.unknown("there are no values");
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sorted[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return Result.known(new Summary(
                count,
                mean,
                count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN,
                sorted[from],
                Quantiles.ofSorted(sorted, from, to, 0.25),
                Quantiles.ofSorted(sorted, from, to, 0.5),
                Quantiles.ofSorted(sorted, from, to, 0.75),
                sorted[to - 1]));
    }
}
