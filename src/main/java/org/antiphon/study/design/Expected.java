package org.antiphon.study.design;

import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.RefersTo;

/** The answer that somebody gives who listens and follows the instructions. */
public sealed interface Expected {

    @Kind(value = "rating", means = "A value between two bounds.")
    record Rated(
            @Means("The scale that is looked at; all if none is named.") @RefersTo("scales")
            Optional<Id> scale,

            @Means("The lowest value that is right.") Optional<Double> atLeast,
            @Means("The highest value that is right.") Optional<Double> atMost)
            implements Expected {}

    @Kind(value = "choice", means = "The choice of one of the conditions, or of one of the options.")
    record Chosen(
            @Means("The id of the condition or option.") Id chooses) implements Expected {}
}
