package org.antiphon.dashboard.monitor;

import java.time.Instant;
import java.util.Optional;

/**
 * A session as its row tells it.
 *
 * @param status going, completed, declined, screened-out or over-quota
 * @param endedBy the rule or question that ended it
 * @param seen when it was last heard of
 * @param decision the newest about whether its answers count
 */
record Entry(
        long id,
        String pseudonym,
        String status,
        Optional<String> endedBy,
        String way,
        String language,
        Instant begun,
        Instant seen,
        Optional<Instant> ended,
        Optional<Decision> decision) {

    static final String GOING = "going";
    static final String COMPLETED = "completed";

    /** Somebody who went away without a word. No row says so; it follows from the time. */
    static final String DROPPED = "dropped";

    /** Whether its answers count, as a person decided. */
    record Decision(boolean excluded, String reason) {}

    /** A session of which no more is known than how it stood once: it is taken for the same, and is told of by nobody. */
    static Entry remembered(long id, String status, Instant seen) {
        return new Entry(
                id, "", status, Optional.empty(), "", "", Instant.EPOCH, seen, Optional.empty(), Optional.empty());
    }

    /** Every answer is a sign of life: who was not heard of since has answered nothing. */
    boolean same(Entry other) {
        return other != null && seen.equals(other.seen) && status.equals(other.status);
    }

    /** Whether nothing more is to be expected, unless somebody comes back. */
    boolean rests(Instant since) {
        return !status.equals(GOING) || seen.isBefore(since);
    }

    boolean excluded() {
        return decision.filter(Decision::excluded).isPresent();
    }

    /** @param since a session that goes on and was not heard of since then has been left */
    String standing(Instant since) {
        return status.equals(GOING) && seen.isBefore(since) ? DROPPED : status;
    }
}
