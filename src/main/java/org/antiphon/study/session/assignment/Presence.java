package org.antiphon.study.session.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a session that is under way still keeps its place. People close their browsers without a word; until it is known
 * that they are gone, nobody else is given their row. So nobody is waited for longer than the slowest took who completed
 * the study, and never longer than the study says.
 *
 * @param patience the longest that is waited for a sign of life
 * @param slowest how long the slowest completed session took, empty before the first
 */
public record Presence(Duration patience, Optional<Duration> slowest) {

    /** How long is waited for a sign of life. */
    public Duration limit() {
        return slowest.filter(time -> time.compareTo(patience) < 0).orElse(patience);
    }

    /** Whether a session still counts that was last heard of at {@code seen}. */
    public boolean counts(Instant seen, Instant now) {
        return Duration.between(seen, now).compareTo(limit()) <= 0;
    }
}
