package org.antiphon.study.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Consent;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Form;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.Refusal;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Trial;
import org.antiphon.study.session.check.HeadphoneTest;

/** One page that a participant comes to. */
public sealed interface Step {

    /** Its name within the session, the same whenever it is asked for; it tells no condition. */
    String id();

    /** How long it takes, as far as one can say beforehand. */
    Duration expected();

    /** Why an answer is none to this step; none if it can be taken. */
    List<Refusal> refusals(Answer answer);

    private static List<Refusal> needs(String what) {
        return List.of(new Refusal("", what));
    }

    /** The consent, in the language of the session. */
    record Agreement(Consent consent, Language language) implements Step {

        @Override
        public String id() {
            return "consent";
        }

        @Override
        public Duration expected() {
            return Reading.time(consent.text().in(language));
        }

        /** What is agreed to: the text and its points, as they are read. */
        public Digest digest() {
            return ConsentText.digest(consent, language);
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            if (answer instanceof Answer.Declined) {
                return List.of();
            }
            return answer instanceof Answer.Agreed agreed
                    ? ConsentText.refusals(consent, digest(), agreed)
                    : needs("The consent is needed.");
        }
    }

    /**
     * A check that is a page of its own.
     *
     * @param attempt counted from 1
     * @param headphones the sounds, if it is a headphone test
     */
    record Screening(Check.Screening check, int attempt, Optional<HeadphoneTest> headphones) implements Step {

        @Override
        public String id() {
            return "check-" + check.id() + "-" + attempt;
        }

        @Override
        public Duration expected() {
            return Duration.ofSeconds(
                    10 + headphones.map(test -> test.questions() * 8).orElse(0));
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            return ScreeningRules.refusals(this, answer);
        }
    }

    /** A questionnaire. */
    record Asking(Questionnaire questionnaire) implements Step {

        @Override
        public String id() {
            return "questionnaire-" + questionnaire.id();
        }

        @Override
        public Duration expected() {
            return Duration.ofSeconds(6L * questionnaire.questions().size());
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            return answer instanceof Answer.Filled filled
                    ? Forms.of(questionnaire).refusals(filled.values())
                    : needs("The answers to the questions are needed.");
        }
    }

    /**
     * Something to read, or a pause.
     *
     * @param text empty for a pause that needs no words of the study
     */
    record Reading(String id, Optional<Text> text, Language language) implements Step {

        /** Two hundred words a minute, and a moment to begin. */
        static Duration time(String words) {
            return Duration.ofSeconds(3 + words.split("\\s+").length * 60L / 200);
        }

        @Override
        public Duration expected() {
            return text.map(words -> time(words.in(language))).orElse(Duration.ofSeconds(15));
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            return answer instanceof Answer.Read ? List.of() : needs("Nothing is asked here.");
        }
    }

    /**
     * The server draws the assignment; the participant sees nothing of it.
     *
     * @see Session#assigned
     */
    record Drawing() implements Step {

        @Override
        public String id() {
            return "drawing";
        }

        @Override
        public Duration expected() {
            return Duration.ZERO;
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            return needs("The pages have not been drawn yet.");
        }
    }

    /**
     * A page of a task or of its training.
     *
     * @param instruction what it says in the place of the question, if it is a test of attention
     */
    record Judging(String id, Trial trial, Form form, Optional<Text> instruction, Duration expected) implements Step {

        /** How the ids of training pages begin. */
        public static final String TRAINING = "training-";

        /** The name of the step in which a page is shown. */
        public static String idOf(Trial trial) {
            return trial.purpose() instanceof Purpose.Training training
                    ? TRAINING + trial.task() + "-" + training.attempt() + "-" + trial.number()
                    : "trial-" + trial.task() + "-" + trial.number();
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            if (!(answer instanceof Answer.Judged judged)) {
                return needs("The answers to the questions are needed.");
            }
            if (judged.plays().stream().anyMatch(play -> trial.slot(play.slot()).isEmpty())) {
                return needs("Something was played that is not on this page.");
            }
            return judged.took().isNegative() ? needs("The time cannot be negative.") : form.refusals(judged.values());
        }
    }
}
