package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Ratings summed by participant: all that the mean and its interval need, however many ratings there are.
 *
 * <p>Participants without a rating do not appear.
 */
public final class Clusters {

    /** Ratings of each participant, at least 1. */
    final int[] counts;

    /** Sums of ratings of each participant. */
    final double[] sums;

    private Clusters(int[] counts, double[] sums) {
        this.counts = counts;
        this.sums = sums;
    }

    /**
     * @param participants how many there are
     * @param participant of each row, from 0
     * @param value of each row, NaN where missing
     */
    public static Clusters of(int participants, int[] participant, double[] value) {
        return byGroup(1, new int[value.length], participants, participant, value)
                .get(0);
    }

    /**
     * One for each group of rows (a condition, a scale, an item), in one pass.
     *
     * @param group of each row from 0 to groups - 1, negative for rows that belong to none
     */
    public static List<Clusters> byGroup(int groups, int[] group, int participants, int[] participant, double[] value) {
        Check.sameLength(group.length, value.length);
        Check.sameLength(participant.length, value.length);
        int[][] counts = new int[groups][participants];
        double[][] sums = new double[groups][participants];
        for (int row = 0; row < value.length; row++) {
            if (group[row] >= 0 && Check.present(value[row])) {
                Check.index(group[row], groups, "group");
                Check.index(participant[row], participants, "participant");
                counts[group[row]][participant[row]]++;
                sums[group[row]][participant[row]] += value[row];
            }
        }
        List<Clusters> found = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            found.add(compact(counts[i], sums[i]));
        }
        return found;
    }

    private static Clusters compact(int[] counts, double[] sums) {
        int kept = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                counts[kept] = counts[i];
                sums[kept++] = sums[i];
            }
        }
        return new Clusters(java.util.Arrays.copyOf(counts, kept), java.util.Arrays.copyOf(sums, kept));
    }

    /** How many participants gave a rating. */
    public int participants() {
        return counts.length;
    }

    /** How many ratings there are. */
    public long ratings() {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The mean of all ratings: who rated more counts more. NaN if there are none. */
    public double mean() {
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum / ratings();
    }

    /** The mean of each participant. */
    public double[] means() {
        double[] means = new double[counts.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / counts[i];
        }
        return means;
    }
}
