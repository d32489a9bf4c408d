package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what was read of each session until it goes on, so that a look at an edition reads only what is new: of sessions that
 * were heard of since the last look their rows, of all others nothing. The first look after a start reads what {@link Memory}
 * has of those that have come to rest. Whoever takes everything back is gone from here with the next look. Editions that nobody
 * looks at are forgotten, the longest unseen first.
 */
@ApplicationScoped
class Watches {

    /** So many editions are remembered; one with a million ratings takes about 30 MB. */
    private static final int REMEMBERED = 8;

    /** Sessions that are read at a time. */
    private static final int CHUNK = 200;

    /** All rows are looked at again after this time, should a clock have gone wrong. */
    private static final Duration WHOLE = Duration.ofMinutes(10);

    /** Who was not heard of for so long has come to rest, until they come back. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final SessionRows rows;
    private final Traces traces;
    private final Memory memory;
    private final Clock clock;
    private final Map<String, Kept> editions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    Watches(SessionRows rows, Traces traces, Memory memory, Clock clock) {
        this.rows = rows;
        this.traces = traces;
        this.memory = memory;
        this.clock = clock;
    }

    /** What is known of an edition. */
    private static final class Kept {
        private final Names steps = new Names();
        private final Names cells = new Names();
        private Map<Long, Watch.Seen> sessions = new HashMap<>();
        /** Entries of those whose traces are in the database. */
        private final Map<Long, Entry> written = new HashMap<>();

        private volatile Optional<Watch> last = Optional.empty();
        private Instant newest = Instant.EPOCH;
        private Instant whole = Instant.EPOCH;
        private long decided;
    }

    /** The edition as it is now. Who asks for the same edition at the same time waits for the first. */
    Watch look(Watched watched) {
        Kept kept = kept(watched);
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

    /** Whether the edition was looked at before; this waits for nobody who looks at it now. */
    boolean knows(Watched watched) {
        synchronized (editions) {
            Kept kept = editions.get(watched.digest());
            return kept != null && kept.last.isPresent();
        }
    }

    private Kept kept(Watched watched) {
        synchronized (editions) {
            return editions.computeIfAbsent(watched.digest(), digest -> new Kept());
        }
    }

    /** @return whether anything has changed */
    private boolean refresh(Watched watched, Kept kept) {
        Instant now = clock.instant();
        boolean whole = Duration.between(kept.whole, now).compareTo(WHOLE) > 0;
        if (!whole) {
            SessionRows.Found news = rows.since(watched.digest(), kept.newest);
            Map<Long, Watch.Seen> sessions = new HashMap<>(kept.sessions);
            boolean changed = take(watched, kept, news.entries(), sessions);
            if (news.decided() == kept.decided && news.sessions() == sessions.size()) {
                kept.sessions = sessions;
                return changed;
            }
        }
        if (kept.sessions.isEmpty()) {
            remember(watched, kept);
        }
        SessionRows.Found all = rows.all(watched.digest());
        Map<Long, Watch.Seen> sessions = new HashMap<>();
        boolean changed = take(watched, kept, all.entries(), sessions);
        Set<Long> gone = kept.sessions.keySet().stream()
                .filter(id -> !sessions.containsKey(id))
                .map(Memory::part)
                .collect(Collectors.toSet());
        kept.written.keySet().removeIf(id -> gone.contains(Memory.part(id)));
        kept.sessions = sessions;
        kept.decided = all.decided();
        kept.whole = now;
        return changed || !gone.isEmpty();
    }

    /** What the database remembers, with no more of the session than whether it is still the same. */
    private void remember(Watched watched, Kept kept) {
        memory.of(watched.digest(), kept.steps, kept.cells).forEach((id, packed) -> {
            Entry entry = Entry.remembered(id, packed.status(), packed.seen());
            kept.written.put(id, entry);
            kept.sessions.put(id, new Watch.Seen(entry, packed.trace()));
        });
    }

    /**
     * Puts entries into a map, with their traces: those that are known, or read anew if the session has gone on.
     *
     * @return whether anything has changed
     */
    private boolean take(Watched watched, Kept kept, List<Entry> entries, Map<Long, Watch.Seen> into) {
        List<Entry> news = new ArrayList<>();
        boolean changed = false;
        for (Entry entry : entries) {
            kept.newest = entry.seen().isAfter(kept.newest) ? entry.seen() : kept.newest;
            Watch.Seen before = kept.sessions.get(entry.id());
            if (before == null || !before.entry().same(entry)) {
                news.add(entry);
            } else if (!before.entry().equals(entry)) {
                into.put(entry.id(), new Watch.Seen(entry, before.trace()));
                changed = true;
            } else {
                into.put(entry.id(), before);
            }
        }
        for (int from = 0; from < news.size(); from += CHUNK) {
            List<Entry> some = news.subList(from, Math.min(news.size(), from + CHUNK));
            Map<Long, Trace> read =
                    traces.of(watched, some.stream().map(Entry::id).toList(), kept.steps, kept.cells);
            some.forEach(entry -> into.put(entry.id(), new Watch.Seen(entry, read.get(entry.id()))));
        }
        return changed || !news.isEmpty();
    }

    /** Writes traces of sessions that have come to rest since the last time, for the next start. */
    void write(Watched watched) {
        Kept kept = kept(watched);
        Map<Long, List<Packing.Packed>> parts;
        Names steps;
        Names cells;
        synchronized (kept) {
            Instant since = clock.instant().minus(REST);
            List<Watch.Seen> resting = kept.sessions.values().stream()
                    .filter(seen -> seen.entry().rests(since))
                    .toList();
            Set<Long> due = resting.stream()
                    .map(Watch.Seen::entry)
                    .filter(entry -> !entry.same(kept.written.get(entry.id())))
                    .map(entry -> Memory.part(entry.id()))
                    .collect(Collectors.toSet());
            parts = resting.stream()
                    .filter(seen -> due.contains(Memory.part(seen.entry().id())))
                    .map(seen -> new Packing.Packed(
                            seen.entry().id(), seen.entry().seen(), seen.entry().status(), seen.trace()))
                    .collect(Collectors.groupingBy(packed -> Memory.part(packed.session())));
            steps = kept.steps.copy();
            cells = kept.cells.copy();
        }
        parts.forEach((part, sessions) -> {
            memory.write(watched.digest(), part, sessions, steps, cells);
            synchronized (kept) {
                sessions.forEach(packed -> kept.written.put(
                        packed.session(), Entry.remembered(packed.session(), packed.status(), packed.seen())));
            }
        });
    }
}
