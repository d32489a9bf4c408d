package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Signs of answering without listening, as numbers, not as verdicts: {@link Method#CAREFULNESS}.
 *
 * @param participant index in the columns
 * @param ratings how many
 * @param longestRun most ratings in a row that are the same
 * @param commonest share of the most frequent rating
 * @param deviation standard deviation of the ratings, NaN for a single one
 * @param medianMillis median time per rating, NaN where no time is known
 * @param speed how many times as fast as the median of all on the same page, mean over pages, a page counting 3 at most;
 *     above 2 is customarily looked at; NaN where no time is known
 */
public record Carefulness(
        int participant,
        int ratings,
        int longestRun,
        double commonest,
        double deviation,
        double medianMillis,
        double speed) {

    private static final double FASTEST = 3;

    /**
     * One for each participant with a rating.
     *
     * @param participant of each row, from 0; rows of a participant are in the order in which they were given
     * @param pages how many there are
     * @param page of each row, from 0: what was asked, so that times can be compared
     * @param value of each row, NaN where missing
     * @param millis time of each row, NaN where unknown
     */
    public static List<Carefulness> of(
            int participants, int[] participant, int pages, int[] page, double[] value, double[] millis) {
        Check.sameLength(participant.length, page.length);
        Check.sameLength(participant.length, value.length);
        Check.sameLength(participant.length, millis.length);
        List<Result<Summary>> usual = Summary.byGroup(pages, page, millis);
        int[][] rows = rowsOf(participants, participant, value);
        List<Carefulness> found = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            if (rows[i].length > 0) {
                found.add(of(i, rows[i], page, value, millis, usual));
            }
        }
        return found;
    }

    private static Carefulness of(
            int participant, int[] rows, int[] page, double[] value, double[] millis, List<Result<Summary>> usual) {
        double[] own = Arrays.stream(rows).mapToDouble(row -> value[row]).toArray();
        double[] times = Arrays.stream(rows).mapToDouble(row -> millis[row]).toArray();
        double speeds = 0;
        int timed = 0;
        for (int row : rows) {
            if (!Double.isNaN(millis[row])) {
                double median = usual.get(page[row]).orElseThrow().median();
                speeds += median == 0 ? 1 : Math.min(FASTEST, median / Math.max(millis[row], 1));
                timed++;
            }
        }
        return new Carefulness(
                participant,
                own.length,
                longestRun(own),
                longestRun(Arrays.stream(own).sorted().toArray()) / (double) own.length,
                Summary.of(own).orElseThrow().deviation(),
                Summary.of(times).found().map(Summary::median).orElse(Double.NaN),
                timed == 0 ? Double.NaN : speeds / timed);
    }

    private static int longestRun(double[] values) {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < values.length; i++) {
            run = values[i] == values[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static int[][] rowsOf(int participants, int[] participant, double[] value) {
        int[] sizes = new int[participants];
        for (int row = 0; row < value.length; row++) {
            if (Check.present(value[row])) {
                Check.index(participant[row], participants, "participant");
                sizes[participant[row]]++;
            }
        }
        int[][] rows = new int[participants][];
        for (int i = 0; i < participants; i++) {
            rows[i] = new int[sizes[i]];
        }
        for (int row = value.length - 1; row >= 0; row--) {
            if (!Double.isNaN(value[row])) {
                rows[participant[row]][--sizes[participant[row]]] = row;
            }
        }
        return rows;
    }
}
