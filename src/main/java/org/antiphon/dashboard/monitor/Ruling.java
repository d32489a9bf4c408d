package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.dashboard.reading.Selection;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.Standing;
import org.antiphon.dashboard.reading.StudyReading;
import org.antiphon.study.design.Exclusion;

/**
 * Whom the rules of a study leave out, as its results and exports take them: kept until something has changed, and where to
 * find out took long, somewhat longer.
 */
@ApplicationScoped
class Ruling {

    /** What took longer to find out is not asked at every look. */
    private static final Duration SOON = Duration.ofMillis(300);

    private static final int PATIENCE = 20;
    private static final int MOST = 50;

    private final StudyReading reading;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    Ruling(StudyReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    private record Kept(long revision, Instant at, Duration took, Map<String, String> reasons) {

        boolean holds(long now, Instant asked) {
            return revision == now
                    || took.compareTo(SOON) > 0
                            && Duration.between(at, asked).compareTo(took.multipliedBy(PATIENCE)) < 0;
        }
    }

    /** Why a rule leaves somebody out, by pseudonym; about those of whom a person has decided nothing is said. */
    Map<String, String> of(Watch watch) {
        boolean any =
                watch.watched().study().exclusions().stream().anyMatch(rule -> rule.then() == Exclusion.Action.EXCLUDE);
        if (!any) {
            return Map.of();
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        return kept.compute(watch.watched().digest(), (digest, before) -> {
                    Instant asked = clock.instant();
                    if (before != null && before.holds(watch.revision(), asked)) {
                        return before;
                    }
                    Map<String, String> found = read(watch.watched());
                    return new Kept(watch.revision(), clock.instant(), Duration.between(asked, clock.instant()), found);
                })
                .reasons();
    }

    private Map<String, String> read(Watched watched) {
        Selection everybody = new Selection(OptionalInt.of(watched.version()), true, true, Optional.empty());
        Map<String, String> reasons = new HashMap<>();
        try (Snapshot snapshot = reading.open(watched.slug(), everybody)) {
            snapshot.sessions().stream()
                    .filter(session -> session.standing().cause().equals(Standing.RULE))
                    .forEach(session -> reasons.put(
                            session.participant(), session.standing().reason()));
        }
        return reasons;
    }
}
