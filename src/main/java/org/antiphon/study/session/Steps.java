package org.antiphon.study.session;

import java.time.Duration;
import java.util.Optional;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.answer.Form;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Trial;

/** Makes steps of what a study says. */
final class Steps {

    /** To find a question, decide and tap. */
    private static final Duration PER_QUESTION = Duration.ofSeconds(4);

    private final Study study;
    private final Language language;

    Steps(Study study, Language language) {
        this.study = study;
        this.language = language;
    }

    Step agreement() {
        return new Step.Agreement(study.consent(), language);
    }

    Step reading(String id, Optional<Text> text) {
        return new Step.Reading(id, text, language);
    }

    Step judging(Task task, Trial trial) {
        Optional<Text> instruction = trial.purpose() instanceof Purpose.Planted planted
                        && study.check(planted.check()) instanceof Check.Attention attention
                ? Optional.of(attention.instruction())
                : Optional.empty();
        Form form = Forms.of(study, trial);
        double seconds =
                study.item(trial.item()).seconds().orElse(study.presentation().longest());
        return new Step.Judging(
                Step.Judging.idOf(trial),
                trial,
                form,
                instruction,
                time(trial.slots().size(), seconds, form.fields().size()));
    }

    private static Duration time(int clips, double seconds, int questions) {
        return Duration.ofMillis(Math.round(clips * seconds * 1000)).plus(PER_QUESTION.multipliedBy(questions));
    }
}
