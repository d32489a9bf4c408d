package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.antiphon.study.session.answer.Refusal;

/** What became of an answer that arrived. */
sealed interface Receipt {

    /** It was committed. */
    record Committed(Visit visit, Visit.Saved saved) implements Receipt {}

    /** It had been committed before; nothing was written. */
    record Repeated(Visit visit, Visit.Saved saved) implements Receipt {}

    /** Another answer had been committed for its key or its step, and stays. */
    record Kept(Visit visit, Visit.Saved saved, ObjectNode answer) implements Receipt {}

    /** Another step is due. */
    record OutOfTurn(Visit visit) implements Receipt {}

    /** The session has ended. */
    record Over(Visit visit) implements Receipt {}

    /** It is no answer to this step. */
    record Refused(List<Refusal> refusals) implements Receipt {}
}
