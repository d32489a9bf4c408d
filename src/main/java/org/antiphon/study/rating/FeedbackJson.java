package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Trial;
import org.antiphon.study.session.check.Feedback;
import org.antiphon.study.session.check.RightAnswers;

/** What is said about a training page; of all others nobody is told whether they were answered rightly. */
final class FeedbackJson {

    private FeedbackJson() {}

    /** About the answer to that step; empty unless it was training of which the right answer is known. */
    static Optional<ObjectNode> of(Visit visit, String step) {
        if (!step.startsWith(Step.Judging.TRAINING)) {
            return Optional.empty();
        }
        Study study = visit.session().study();
        return visit.session().position().judgements().stream()
                .filter(judgement -> judgement.trial().purpose() instanceof Purpose.Training)
                .filter(judgement -> Step.Judging.idOf(judgement.trial()).equals(step))
                .findFirst()
                .flatMap(judgement -> json(visit, study, judgement));
    }

    private static Optional<ObjectNode> json(Visit visit, Study study, Judgement judgement) {
        Optional<Feedback> told = new RightAnswers(study).feedback(judgement);
        return told.map(feedback -> JsonNodeFactory.instance
                .objectNode()
                .put("right", feedback.right())
                .put(
                        "answer",
                        feedback.answer().isEmpty() ? null : words(visit, judgement.trial(), feedback.answer())));
    }

    /** Slots are called as on the page, options by their words in the participant's language. */
    private static String words(Visit visit, Trial trial, String answer) {
        Study study = visit.session().study();
        return study.task(trial.task()).paradigm() instanceof Paradigm.Intention intention
                ? intention.options().stream()
                        .filter(option -> option.id().text().equals(answer))
                        .map(Option::label)
                        .map(label -> label.in(visit.session().language()))
                        .findFirst()
                        .orElse(null)
                : answer;
    }
}
