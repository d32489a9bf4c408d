package org.antiphon.study.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.RefersTo;

/** How many take part, how they come, and until when. */
public record Recruitment(
        @Means("How many completed sessions are wanted; then the study closes.") @Limits(min = 1, max = 100_000)
        int target,

        @Means("The last day on which one can begin, in UTC.")
        Optional<LocalDate> closes,

        @Means("The ways in which participants come.") @Limits(min = 1, max = 3)
        List<Way> ways,

        @Means("At most how many of whom.") @Limits(max = 100)
        List<Quota> quotas,

        @Means("After how many minutes without a sign of life a session no longer keeps its place.")
        @Limits(min = 1, max = 10_080)
        @Otherwise("30")
        int patience) {

    /** At most so many completed sessions in which a question was answered in one way. */
    public record Quota(
            @Means("The questionnaire that asks.") @RefersTo("questionnaires")
            Id questionnaire,

            @Means("The question, one of kind choice.") Id question,
            @Means("The answer that is counted.") Id option,

            @Means("How many are taken at most.") @Limits(min = 0, max = 100_000)
            int most) {}
}
