package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How people have come lately.
 *
 * @param first when the first began
 * @param ended when each was done who completed the study in the last week
 */
record Rate(Instant first, List<Instant> ended) {

    /** What was longer ago says nothing about how it goes on. */
    static final Duration WINDOW = Duration.ofDays(7);

    Rate {
        ended = List.copyOf(ended);
    }

    static Rate of(Watch watch) {
        Instant since = watch.at().minus(WINDOW);
        return new Rate(
                watch.sessions().stream()
                        .map(seen -> seen.entry().begun())
                        .min(Comparator.naturalOrder())
                        .orElse(watch.at()),
                watch.sessions().stream()
                        .map(Watch.Seen::entry)
                        .filter(entry -> entry.status().equals(Entry.COMPLETED))
                        .map(entry -> entry.ended().orElse(entry.seen()))
                        .filter(ended -> ended.isAfter(since))
                        .toList());
    }

    /** How many completed the study in the week before. */
    long lately(Instant now) {
        Instant since = now.minus(WINDOW);
        return ended.stream().filter(time -> time.isAfter(since)).count();
    }
}
