package org.antiphon.study.design;

import java.util.Optional;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;

/** A way in which participants come. */
public sealed interface Way {

    @Kind(value = "open-link", means = "Whoever has the address may take part.")
    record OpenLink() implements Way {}

    @Kind(value = "invitations", means = "Links that work for one person each.")
    record Invitations(
            @Means("How many.") @Limits(min = 1, max = 100_000)
            int count) implements Way {}

    @Kind(value = "prolific", means = "Participants sent by Prolific, who are sent back with a code.")
    record Prolific(
            @Means("The code of those who completed the study.") @Limits(max = 40)
            String completed,

            @Means("The code of those who were screened out, if there is one.") @Limits(max = 40)
            Optional<String> screenedOut)
            implements Way {}
}
