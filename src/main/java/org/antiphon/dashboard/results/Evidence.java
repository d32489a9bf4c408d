package org.antiphon.dashboard.results;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.MetricRecord;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.StudyRecord;

/**
 * What was read of an edition at one moment.
 *
 * @param stamp of that moment: as long as it is the same, nothing new is there
 * @param edition by whose design the answers are told, the newest of those that are read
 * @param versions all that were published, the newest first
 * @param warnings in what the other editions that are read have another design
 * @param sessions all of them, counted or not
 * @param counts for each code of a participant whether the answers are looked at
 * @param metrics of the clips
 */
record Evidence(
        String stamp,
        Instant read,
        StudyRecord study,
        EditionRecord edition,
        List<Integer> versions,
        List<String> warnings,
        List<SessionRecord> sessions,
        RatingTable table,
        boolean[] counts,
        List<MetricRecord> metrics) {

    /** The rows of a question of a task, of participants that count and are wanted. */
    int[] rows(String task, String scale, IntPredicate wanted) {
        int taskCode = table.words(Column.TASK).codeOf(task).orElse(-2);
        int scaleCode = table.words(Column.SCALE).codeOf(scale).orElse(-2);
        int[] tasks = table.codes(Column.TASK);
        int[] scales = table.codes(Column.SCALE);
        int[] participants = table.codes(Column.PARTICIPANT);
        int[] rows = new int[1024];
        int size = 0;
        for (int row = 0; row < table.size(); row++) {
            if (tasks[row] == taskCode
                    && scales[row] == scaleCode
                    && counts[participants[row]]
                    && wanted.test(participants[row])) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, size * 2);
                }
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    /** The same with the participants that are wished for. */
    Evidence counting(ResultsQuery query) {
        return counting(mask(table, sessions, session -> query.include().takes(session.standing())));
    }

    /** The same with other participants. */
    Evidence counting(boolean[] others) {
        return new Evidence(stamp, read, study, edition, versions, warnings, sessions, table, others, metrics);
    }

    /** For each code of a participant whether the session is one of those. */
    static boolean[] mask(RatingTable table, List<SessionRecord> sessions, Predicate<SessionRecord> wanted) {
        boolean[] mask = new boolean[table.words(Column.PARTICIPANT).size()];
        for (SessionRecord session : sessions) {
            table.words(Column.PARTICIPANT)
                    .codeOf(session.participant())
                    .ifPresent(code -> mask[code] = wanted.test(session));
        }
        return mask;
    }

    /** The pseudonym behind the code of a participant. */
    String participant(int code) {
        return table.words(Column.PARTICIPANT).word(code);
    }
}
