package org.antiphon.study.design;

import java.util.List;
import org.antiphon.study.design.document.Among;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.Text;

/** A question of a questionnaire. */
public sealed interface Question {

    Id id();

    Text question();

    /** Whether it may be left out. */
    boolean optional();

    @Kind(value = "choice", means = "One of several options.")
    record Choice(
            @Means("Its name.") Id id,
            @Means("The question.") Text question,

            @Means("What can be chosen.") @Limits(min = 2, max = 60)
            List<Option> options,

            @Means("Whether it may be left out.") @Otherwise("false")
            boolean optional)
            implements Question {}

    @Kind(value = "choices", means = "Any number of several options.")
    record Choices(
            @Means("Its name.") Id id,
            @Means("The question.") Text question,

            @Means("What can be chosen.") @Limits(min = 2, max = 60)
            List<Option> options,

            @Means("How many must be chosen at least.") @Limits(min = 0, max = 60) @Otherwise("0")
            int least,

            @Means("How many may be chosen at most.") @Limits(min = 1, max = 60) @Otherwise("60")
            int most,

            @Means("Whether it may be left out.") @Otherwise("false")
            boolean optional)
            implements Question {}

    @Kind(value = "words", means = "Free text.")
    record Words(
            @Means("Its name.") Id id,
            @Means("The question.") Text question,

            @Means("How many characters it may have.") @Limits(min = 1, max = 5000) @Otherwise("1000")
            int longest,

            @Means("Whether it may be left out.") @Otherwise("true")
            boolean optional)
            implements Question {}

    @Kind(value = "number", means = "A number.")
    record Amount(
            @Means("Its name.") Id id,
            @Means("The question.") Text question,
            @Means("The lowest number possible.") double least,
            @Means("The highest number possible.") double most,

            @Means("Whether it is whole.") @Otherwise("true")
            boolean whole,

            @Means("Whether it may be left out.") @Otherwise("false")
            boolean optional)
            implements Question {}

    @Kind(value = "likert", means = "A row of points between two ends.")
    record Points(
            @Means("Its name.") Id id,
            @Means("The question.") Text question,

            @Means("How many points it has.") @Among({5, 7, 9})
            int points,

            @Means("What the lowest point means.") Text low,
            @Means("What the highest point means.") Text high,

            @Means("Whether it may be left out.") @Otherwise("false")
            boolean optional)
            implements Question {}
}
