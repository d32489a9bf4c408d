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

    /** A check that is one page. */
    record Screening(Check.Screening check) implements Step {

        @Override
        public String id() {
            return "check-" + check.id() + "-1";
        }

        @Override
        public Duration expected() {
            return Duration.ofSeconds(10);
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            return ScreeningRules.refusals(this, answer);
        }
    }

    /**
     * A question of a headphone test. Each is a page of its own, so that what was answered stays answered wherever the test
     * is gone on with.
     *
     * @param attempt counted from 1
     * @param question counted from 1
     */
    record HeadphoneQuestion(Check.Headphones check, int attempt, int question, HeadphoneTest test) implements Step {

        /** No name of a check has a dot, so that attempt and question are told apart. */
        @Override
        public String id() {
            return "check-" + check.id() + "-" + attempt + "." + question;
        }

        @Override
        public Duration expected() {
            return Duration.ofSeconds(8);
        }

        @Override
        public List<Refusal> refusals(Answer answer) {
            boolean sound = answer instanceof Answer.Sound given
                    && given.chosen() >= 1
                    && given.chosen() <= HeadphoneTest.SOUNDS;
            return sound ? List.of() : needs("One of " + HeadphoneTest.SOUNDS + " sounds is needed.");
        }

        /** Whether this question follows that one whatever is answered to it. */
        boolean follows(HeadphoneQuestion before) {
            return check.equals(before.check) && attempt == before.attempt && question == before.question + 1;
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
