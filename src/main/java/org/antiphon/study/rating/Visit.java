package org.antiphon.study.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.antiphon.study.session.Session;

/**
 * A session as it is kept.
 *
 * @param token by which it is resumed
 * @param withdrawalCode by which it is taken back
 * @param way how the participant came, as the document names it
 * @param status {@code going}, or how it ended
 * @param saved the receipts of its answers, in their order
 */
record Visit(
        long id,
        String token,
        String withdrawalCode,
        Published published,
        String way,
        String status,
        Session session,
        List<Saved> saved,
        Instant begun) {

    Visit {
        saved = List.copyOf(saved);
    }

    /** What is known of an answer that was committed. */
    record Saved(UUID key, String step, Instant at) {}

    Visit with(Session changed) {
        return new Visit(id, token, withdrawalCode, published, way, status, changed, saved, begun);
    }

    Visit plus(Saved more) {
        List<Saved> all = new ArrayList<>(saved);
        all.add(more);
        return new Visit(id, token, withdrawalCode, published, way, status, session, all, begun);
    }

    boolean going() {
        return status.equals("going");
    }
}
