package org.antiphon.dashboard.results;

import java.util.List;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.study.session.answer.Forms;

/**
 * Choices between two conditions, in columns.
 *
 * @param participants how many there are in the study
 * @param conditions of the task, in the order of its document
 * @param participant of each row, from 0
 * @param first one condition of each row, from 0
 * @param second the other one
 * @param outcome 1 where the first was chosen, -1 where the second, 0 where neither
 * @param correct 1 or 0, -1 where nothing is right or wrong
 */
record Chosen(
        int participants,
        List<String> conditions,
        int[] participant,
        int[] first,
        int[] second,
        int[] outcome,
        int[] correct) {

    static Chosen of(Evidence evidence, String task, List<String> conditions) {
        RatingTable table = evidence.table();
        int[] rows = evidence.rows(task, Forms.CHOICE, participant -> true);
        int[] a = Judged.order(table, Column.CONDITION_A, conditions);
        int[] b = Judged.order(table, Column.CONDITION_B, conditions);
        int[] chosen = Judged.order(table, Column.CONDITION, conditions);
        int size = rows.length;
        Chosen found = new Chosen(
                table.words(Column.PARTICIPANT).size(),
                conditions,
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new int[size]);
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            int first = a[table.codes(Column.CONDITION_A)[row]];
            int second = b[table.codes(Column.CONDITION_B)[row]];
            int code = table.codes(Column.CONDITION)[row];
            int taken = code < 0 ? -1 : chosen[code];
            found.participant[i] = table.codes(Column.PARTICIPANT)[row];
            found.first[i] = first;
            found.second[i] = second;
            found.outcome[i] = taken < 0 ? 0 : taken == first ? 1 : -1;
            found.correct[i] = table.codes(Column.CORRECT)[row];
        }
        return found;
    }

    int size() {
        return outcome.length;
    }

    /** How many participants chose. */
    int judges() {
        return Judges.of(participants, participant).length;
    }

    /** Whether a row compares these two, in whatever order. */
    boolean compares(int row, int one, int other) {
        return first[row] == one && second[row] == other || first[row] == other && second[row] == one;
    }
}
