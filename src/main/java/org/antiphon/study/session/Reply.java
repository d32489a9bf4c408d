package org.antiphon.study.session;

import java.util.List;
import org.antiphon.study.session.answer.Refusal;

/** What becomes of an answer. */
public sealed interface Reply {

    /** It was taken; the session goes on from here. */
    record Taken(Session session) implements Reply {}

    /** The very same had been taken before; nothing changes. A device that heard no reply may ask again. */
    record Repeated() implements Reply {}

    /** Another answer had been taken for this step, and stays: perhaps from another tab. */
    record Kept() implements Reply {}

    /** It is not an answer to this step. */
    record Refused(List<Refusal> refusals) implements Reply {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** Another step comes first. */
    record OutOfTurn(String current) implements Reply {}

    /** The session has ended. */
    record Over(Ending ending) implements Reply {}
}
