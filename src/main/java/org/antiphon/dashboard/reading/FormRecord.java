package org.antiphon.dashboard.reading;

import java.time.Instant;
import java.util.List;
import org.antiphon.study.design.Question;

/**
 * The answer to one question of a questionnaire.
 *
 * @param values the words, the number or the option as text; several where several may be chosen, in the order of the
 *     document; never empty but where none was chosen
 */
public record FormRecord(
        SessionRecord session, String questionnaire, Question question, List<String> values, Instant saved) {

    public FormRecord {
        values = List.copyOf(values);
    }

    /** As documents call it: {@code choice}, {@code choices}, {@code words}, {@code number}, {@code likert}. */
    public String kind() {
        return EditionRecord.kind(question.getClass());
    }
}
