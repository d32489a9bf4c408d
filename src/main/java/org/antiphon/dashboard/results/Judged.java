package org.antiphon.dashboard.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.dashboard.reading.Words;

/**
 * The answers to one question of one task, in columns: index for index who, what, how much.
 *
 * @param participants how many participants there are in the study; not all of them have answered
 * @param conditions of the task, in the order of its document
 * @param items of the task, in the order of its document
 * @param groups answers by which participants are grouped; none if they are not
 * @param participant of each row, from 0
 * @param condition of each row, from 0; -1 if the task does not name it
 * @param item of each row, from 0; -1 if the task does not name it
 * @param group of each row, from 0; -1 if the participant has none
 */
record Judged(
        int participants,
        List<String> conditions,
        List<String> items,
        List<String> groups,
        int[] participant,
        int[] condition,
        int[] item,
        int[] group,
        double[] value) {

    /** The rows of a table that belong to a question of a task, of participants that are wanted. */
    static Judged of(Evidence evidence, String task, String scale, List<String> conditions, List<String> items) {
        return of(evidence, task, scale, conditions, items, participant -> true);
    }

    /** @param wanted which participants, by their codes */
    static Judged of(
            Evidence evidence,
            String task,
            String scale,
            List<String> conditions,
            List<String> items,
            IntPredicate wanted) {
        RatingTable table = evidence.table();
        int[] rows = evidence.rows(task, scale, wanted);
        List<String> groups = table.words(Column.GROUP).all().stream().sorted().toList();
        double[] value = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            value[i] = table.numbers()[rows[i]];
        }
        return new Judged(
                table.words(Column.PARTICIPANT).size(),
                conditions,
                items,
                groups,
                picked(table.codes(Column.PARTICIPANT), rows, Optional.empty()),
                picked(table.codes(Column.CONDITION), rows, Optional.of(order(table, Column.CONDITION, conditions))),
                picked(table.codes(Column.ITEM), rows, Optional.of(order(table, Column.ITEM, items))),
                picked(table.codes(Column.GROUP), rows, Optional.of(order(table, Column.GROUP, groups))),
                value);
    }

    private static int[] picked(int[] codes, int[] rows, Optional<int[]> order) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            picked[i] = code < 0 || order.isEmpty() ? code : order.get()[code];
        }
        return picked;
    }

    /** For each code of a column the place of its word in a list, -1 if it is not there. */
    static int[] order(RatingTable table, Column column, List<String> names) {
        Words words = table.words(column);
        int[] order = new int[words.size()];
        Arrays.setAll(order, code -> names.indexOf(words.word(code)));
        return order;
    }

    int size() {
        return value.length;
    }

    /** For each row the condition, if its item is this one, and -1 otherwise. */
    int[] conditionsOfItem(int wanted) {
        return conditionWhere(item, wanted);
    }

    /** For each row the condition, if its participant is of this group, and -1 otherwise. */
    int[] conditionsOfGroup(int wanted) {
        return conditionWhere(group, wanted);
    }

    private int[] conditionWhere(int[] column, int wanted) {
        int[] found = new int[value.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = column[i] == wanted ? condition[i] : -1;
        }
        return found;
    }

    /** The values of one condition. */
    double[] valuesOf(int wanted) {
        double[] found = new double[value.length];
        int size = 0;
        for (int i = 0; i < value.length; i++) {
            if (condition[i] == wanted && !Double.isNaN(value[i])) {
                found[size++] = value[i];
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** How many participants gave at least one of these answers. */
    int judges() {
        return Judges.of(participants, participant).length;
    }
}
