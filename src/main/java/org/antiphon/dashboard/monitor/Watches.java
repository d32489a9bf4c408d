package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was read of each session until it goes on, so that a look at an edition reads only what is new. Whoever takes
 * everything back is gone from here with the next look. Editions that nobody looks at are forgotten, the longest unseen first.
 */
@ApplicationScoped
class Watches {

    /** So many editions are remembered; one with a million ratings takes about 30 MB. */
    private static final int REMEMBERED = 8;

    /** Sessions that are read at a time. */
    private static final int CHUNK = 200;

    private final Queries queries;
    private final Traces traces;
    private final Clock clock;
    private final Map<String, Kept> editions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    Watches(Queries queries, Traces traces, Clock clock) {
        this.queries = queries;
        this.traces = traces;
        this.clock = clock;
    }

    /** What is known of an edition. */
    private static final class Kept {
        private final Names steps = new Names();
        private final Names cells = new Names();
        private Map<Long, Watch.Seen> sessions = new HashMap<>();
        private Optional<Watch> last = Optional.empty();
    }

    /** The edition as it is now. Who asks for the same edition at the same time waits for the first. */
    Watch look(Watched watched) {
        Kept kept;
        synchronized (editions) {
            kept = editions.computeIfAbsent(watched.digest(), digest -> new Kept());
        }
        synchronized (kept) {
            if (refresh(watched, kept) || kept.last.isEmpty()) {
                // names that are added by a later look have numbers that this one does not know
                kept.last = Optional.of(new Watch(
                        watched,
                        List.copyOf(kept.sessions.values()),
                        kept.steps.copy(),
                        kept.cells.copy(),
                        clock.instant(),
                        kept.last.map(Watch::revision).orElse(0L) + 1));
            }
            Watch last = kept.last.get();
            return new Watch(watched, last.sessions(), last.steps(), last.cells(), clock.instant(), last.revision());
        }
    }

    /** @return whether anything has changed */
    private boolean refresh(Watched watched, Kept kept) {
        Map<Long, Watch.Seen> now = new HashMap<>();
        List<Entry> changed = new ArrayList<>();
        boolean decided = false;
        for (Entry entry : entries(watched)) {
            Watch.Seen before = kept.sessions.get(entry.id());
            if (before == null || !same(before.entry(), entry)) {
                changed.add(entry);
                continue;
            }
            decided |= !before.entry().decision().equals(entry.decision());
            now.put(entry.id(), new Watch.Seen(entry, before.trace()));
        }
        for (int from = 0; from < changed.size(); from += CHUNK) {
            List<Entry> some = changed.subList(from, Math.min(changed.size(), from + CHUNK));
            Map<Long, Trace> read =
                    traces.of(watched, some.stream().map(Entry::id).toList(), kept.steps, kept.cells);
            some.forEach(entry -> now.put(entry.id(), new Watch.Seen(entry, read.get(entry.id()))));
        }
        boolean gone = !now.keySet().containsAll(kept.sessions.keySet());
        kept.sessions = now;
        return decided || gone || !changed.isEmpty();
    }

    /** Every answer is a sign of life: who was not heard of since has answered nothing. */
    private static boolean same(Entry before, Entry now) {
        return before.seen().equals(now.seen()) && before.status().equals(now.status());
    }

    private List<Entry> entries(Watched watched) {
        return queries.rows(Watches::entry, """
                select s.id, s.pseudonym, s.status, s.ended_by, s.way, s.language, s.begun_at, s.seen_at, s.ended_at,
                    x.excluded, x.reason
                from study_session s left join session_excluded x on x.session_id = s.id
                where s.edition = ?""", watched.digest());
    }

    static Entry entry(ResultSet row) throws SQLException {
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
