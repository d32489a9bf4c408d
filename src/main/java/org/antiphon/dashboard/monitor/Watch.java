package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antiphon.study.session.assignment.Presence;

/**
 * All sessions of an edition at one moment.
 *
 * @param sessions the last begun first
 * @param steps names of steps
 * @param cells names of what is judged, see {@link Cell}
 * @param revision another one whenever something has changed but the time
 */
record Watch(Watched watched, List<Seen> sessions, Names steps, Names cells, Instant at, long revision) {

    /** A session with what it has left behind. */
    record Seen(Entry entry, Trace trace) {}

    Watch {
        sessions = sessions.stream()
                .sorted(Comparator.comparing((Seen seen) -> seen.entry().begun())
                        .thenComparing(seen -> seen.entry().id())
                        .reversed())
                .toList();
    }

    /** Who goes on and was not heard of since then has left: the same rule by which places become free. */
    Instant since() {
        Optional<Duration> slowest = sessions.stream()
                .map(Seen::entry)
                .filter(entry -> entry.status().equals(Entry.COMPLETED))
                .map(entry -> Duration.between(entry.begun(), entry.ended().orElse(entry.seen())))
                .max(Comparator.naturalOrder());
        Duration patience = Duration.ofMinutes(watched.study().recruitment().patience());
        return at.minus(new Presence(patience, slowest).limit());
    }
}
