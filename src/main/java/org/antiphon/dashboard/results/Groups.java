package org.antiphon.dashboard.results;

import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.Study;

/** By whose answers participants can be grouped: questions of which one of few answers is given. */
final class Groups {

    private Groups() {}

    /** Questionnaire and question, {@code background/training}, with the words of the question. */
    static Map<String, String> of(Study study) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Questionnaire questionnaire : study.questionnaires()) {
            for (Question question : questionnaire.questions()) {
                if (question instanceof Question.Choice || question instanceof Question.Points) {
                    groups.put(questionnaire.id() + "/" + question.id(), Asked.words(study, question.question()));
                }
            }
        }
        return groups;
    }

    static void require(Study study, String wanted) {
        Map<String, String> groups = of(study);
        if (!groups.containsKey(wanted)) {
            throw ResultsQuery.bad(
                    "group",
                    groups.isEmpty()
                            ? "cannot be used: the study asks no question with a choice of one answer"
                            : "is one of " + String.join(", ", groups.keySet()));
        }
    }
}
