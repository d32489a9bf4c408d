package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.RefersTo;

/** Pages to become familiar with the task; their answers are kept apart. */
public record Training(
        @Means("The items to train with.") @Limits(min = 1, max = 50) @RefersTo("items")
        List<Id> items,

        @Means("How many pages; each training item in each condition if it is not said.") @Limits(min = 1, max = 100)
        Optional<Integer> trials) {}
