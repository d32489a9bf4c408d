package org.antiphon.dashboard.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What researchers decided by hand about single sessions; the newest decision counts. */
final class Decisions {

    private final Map<Long, Decision> newest = new HashMap<>();

    /** Exclude, or include after all. */
    record Decision(boolean excluded, String reason) {}

    private Decisions() {}

    static Decisions read(Queries queries, long study) {
        Decisions decisions = new Decisions();
        queries.each(
                row -> decisions.newest.put(
                        row.getLong("session_id"), new Decision(row.getBoolean("excluded"), row.getString("reason"))),
                """
                select x.session_id, x.excluded, x.reason from session_excluded x
                join study_session s on s.id = x.session_id where s.study_id = ?""",
                study);
        return decisions;
    }

    Optional<Decision> of(long session) {
        return Optional.ofNullable(newest.get(session));
    }
}
