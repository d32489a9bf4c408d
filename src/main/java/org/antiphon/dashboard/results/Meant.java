package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.study.session.answer.Forms;

/**
 * What performers meant and what participants chose, in columns.
 *
 * @param answers that could be given: first those that somebody meant, {@code categories} of them
 * @param meant of each row an answer below {@code categories}, -1 if nothing is known to be meant
 * @param answered of each row an answer, -1 if it is none of the document
 */
record Meant(
        int participants,
        List<String> conditions,
        List<String> answers,
        int categories,
        int[] participant,
        int[] condition,
        int[] meant,
        int[] answered) {

    /** @param options the answers of the document in its order */
    static Meant of(Evidence evidence, String task, List<String> conditions, List<String> options) {
        RatingTable table = evidence.table();
        List<String> intended = table.words(Column.INTENDED).all();
        List<String> answers =
                new ArrayList<>(options.stream().filter(intended::contains).toList());
        int categories = answers.size();
        options.stream().filter(option -> !intended.contains(option)).forEach(answers::add);
        int[] rows = evidence.rows(task, Forms.INTENTION, participant -> true);
        return new Meant(
                table.words(Column.PARTICIPANT).size(),
                conditions,
                answers,
                categories,
                picked(table, Column.PARTICIPANT, rows, List.of()),
                picked(table, Column.CONDITION, rows, conditions),
                picked(table, Column.INTENDED, rows, answers),
                picked(table, Column.CHOICE, rows, answers));
    }

    private static int[] picked(RatingTable table, Column column, int[] rows, List<String> names) {
        int[] codes = table.codes(column);
        int[] order = names.isEmpty() ? null : Judged.order(table, column, names);
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            picked[i] = code < 0 || order == null ? code : order[code];
        }
        return picked;
    }

    int size() {
        return meant.length;
    }

    /** For each row what was meant, if it was heard in this condition, and -1 otherwise. */
    int[] meantIn(int wanted) {
        int[] found = new int[meant.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = condition[i] == wanted ? meant[i] : -1;
        }
        return found;
    }
}
