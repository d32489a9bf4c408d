package org.antiphon.study.design;

import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.RefersTo;
import org.antiphon.study.design.document.Text;

/** A stage of the way through a study. The end follows by itself. */
public sealed interface Stage {

    @Kind(value = "consent", means = "The consent.")
    record Agreement() implements Stage {}

    @Kind(value = "check", means = "A check that is a page of its own.")
    record Screen(@Means("Which check.") @RefersTo("checks") Id check) implements Stage {}

    @Kind(value = "questionnaire", means = "A questionnaire.")
    record Ask(
            @Means("Which questionnaire.") @RefersTo("questionnaires")
            Id questionnaire) implements Stage {}

    @Kind(value = "instructions", means = "A page to read.")
    record Instructions(@Means("What it says.") Text text) implements Stage {}

    @Kind(value = "training", means = "The training pages of a task.")
    record Train(@Means("Which task.") @RefersTo("tasks") Id task) implements Stage {}

    @Kind(value = "trials", means = "The pages of a task.")
    record Judge(@Means("Which task.") @RefersTo("tasks") Id task) implements Stage {}

    @Kind(value = "break", means = "A pause, as long as the participant likes.")
    record Break(@Means("What it says.") Text text) implements Stage {}
}
