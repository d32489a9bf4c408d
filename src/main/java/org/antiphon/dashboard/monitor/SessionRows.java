package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of sessions, all of an edition or those that were heard of lately. */
@ApplicationScoped
class SessionRows {

    /** A sign of life is written this much after its time at most, transactions and clocks of several servers taken together. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Queries queries;

    @Inject
    SessionRows(Queries queries) {
        this.queries = queries;
    }

    /**
     * What was found at one moment.
     *
     * @param entries all, or those that were heard of
     * @param sessions how many the edition has
     * @param decided the newest decision about anybody
     */
    record Found(List<Entry> entries, int sessions, long decided) {}

    Found all(String edition) {
        // no instant before the year 1 is written
        return find(edition, OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    /** @param newest when somebody was heard of last, as far as is known */
    Found since(String edition, Instant newest) {
        return find(edition, OffsetDateTime.ofInstant(newest.minus(LATE), ZoneOffset.UTC));
    }

    private Found find(String edition, OffsetDateTime since) {
        List<Entry> entries = new ArrayList<>();
        int[] sessions = new int[1];
        long[] decided = new long[1];
        queries.each(
                row -> {
                    sessions[0] = row.getInt("sessions");
                    decided[0] = row.getLong("decided");
                    if (row.getString("pseudonym") != null) {
                        entries.add(entry(row));
                    }
                },
                """
                select m.sessions, m.decided, s.id, s.pseudonym, s.status, s.ended_by, s.way, s.language, s.begun_at,
                    s.seen_at, s.ended_at, x.excluded, x.reason
                from (select count(*) as sessions, (select coalesce(max(id), 0) from study_exclusion) as decided
                        from study_session where edition = ?) m
                    left join study_session s on s.edition = ? and s.seen_at >= ?
                    left join session_excluded x on x.session_id = s.id""",
                edition,
                edition,
                since);
        return new Found(entries, sessions[0], decided[0]);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Entry(
                row.getLong("id"),
                row.getString("pseudonym"),
                row.getString("status"),
                Optional.ofNullable(row.getString("ended_by")),
                row.getString("way"),
                row.getString("language"),
                Queries.instant(row, "begun_at").orElseThrow(),
                Queries.instant(row, "seen_at").orElseThrow(),
                Queries.instant(row, "ended_at"),
                reason == null
                        ? Optional.empty()
                        : Optional.of(new Entry.Decision(row.getBoolean("excluded"), reason)));
    }
}
