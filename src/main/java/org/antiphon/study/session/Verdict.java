package org.antiphon.study.session;

import org.antiphon.study.design.Exclusion;

/** What an exclusion rule says of a session. */
public sealed interface Verdict {

    Exclusion rule();

    /** Why, as a sentence. */
    String why();

    /** What the rule describes has happened. */
    record Applies(Exclusion rule, String why) implements Verdict {}

    /** It has not happened. */
    record DoesNot(Exclusion rule, String why) implements Verdict {}

    /** It cannot be known: what would have to be looked at is not there. */
    record Undecided(Exclusion rule, String why) implements Verdict {}
}
