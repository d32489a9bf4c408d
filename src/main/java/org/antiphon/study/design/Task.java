package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.RefersTo;
import org.antiphon.study.design.document.Text;

/** Items and conditions that participants judge in one way. */
public record Task(
        @Means("Its name.") Id id,
        @Means("What participants do.") Paradigm paradigm,
        @Means("What they are told before they begin.") Optional<Text> instructions,

        @Means("The conditions that are compared; all if none is named.") @Limits(max = 60) @RefersTo("conditions")
        List<Id> conditions,

        @Means("The items that are judged; all but those of the training if none is named.")
        @Limits(max = 2000)
        @RefersTo("items")
        List<Id> items,

        @Means("Who gets which pages, and in which order.") Plan assignment,
        @Means("Pages to become familiar with the task.") Optional<Training> training,

        @Means("After how many pages a break is offered.") @Limits(min = 1, max = 1000)
        Optional<Integer> breakEvery) {}
