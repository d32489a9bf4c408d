package org.antiphon.dashboard.statistics;

import java.util.Arrays;

/**
 * Preferences between two conditions at a time, in columns.
 *
 * @param conditions how many there are
 * @param participant of each row, from 0
 * @param first condition of each row, from 0
 * @param second condition of each row, another one
 * @param outcome positive where the first was preferred, negative where the second, 0 where neither
 */
public record Choices(int conditions, int[] participant, int[] first, int[] second, int[] outcome) {

    /** @throws IllegalArgumentException if columns differ in length, or a condition is none or compared with itself */
    public Choices {
        Check.sameLength(participant.length, first.length);
        Check.sameLength(participant.length, second.length);
        Check.sameLength(participant.length, outcome.length);
        for (int row = 0; row < first.length; row++) {
            Check.index(first[row], conditions, "condition");
            Check.index(second[row], conditions, "condition");
            if (first[row] == second[row] || participant[row] < 0) {
                throw new IllegalArgumentException("row " + row + " compares condition " + first[row]
                        + " with itself, or is of participant " + participant[row]);
            }
        }
    }

    public int size() {
        return outcome.length;
    }

    /** How often each condition (row) was preferred to each other (column). */
    public long[][] wins() {
        long[][] wins = new long[conditions][conditions];
        for (int row = 0; row < outcome.length; row++) {
            if (outcome[row] != 0) {
                boolean firstWon = outcome[row] > 0;
                wins[firstWon ? first[row] : second[row]][firstWon ? second[row] : first[row]]++;
            }
        }
        return wins;
    }

    /** How often neither of two conditions was preferred; symmetric. */
    public long[][] ties() {
        long[][] ties = new long[conditions][conditions];
        for (int row = 0; row < outcome.length; row++) {
            if (outcome[row] == 0) {
                ties[first[row]][second[row]]++;
                ties[second[row]][first[row]]++;
            }
        }
        return ties;
    }

    /** Rows in an order in which those of one participant follow each other. */
    int[] byParticipant() {
        long[] keys = new long[size()];
        Arrays.setAll(keys, row -> (long) participant[row] << 32 | row);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
