package org.antiphon.dashboard.monitor;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.platform.Problem;

/** The overview of an edition. Many who watch the same one share what is counted within a second. */
@ApplicationScoped
class Monitor {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Some of it follows from the time alone: who has gone away, when the target is reached. */
    private static final Duration STILL = Duration.ofSeconds(20);

    private final Editions editions;
    private final Watches watches;
    private final Recollections recollections;
    private final Ruling ruling;
    private final Clock clock;
    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    /** Editions that are looked at in the background. */
    private final Set<String> looking = ConcurrentHashMap.newKeySet();

    @Inject
    Monitor(Editions editions, Watches watches, Recollections recollections, Ruling ruling, Clock clock) {
        this.editions = editions;
        this.watches = watches;
        this.recollections = recollections;
        this.ruling = ruling;
        this.clock = clock;
    }

    /** @param looked when it was last found to hold */
    private record Shared(Overview overview, long revision, Instant looked) {}

    /**
     * @param version the newest if it is empty
     * @throws org.antiphon.platform.ProblemException 404 if there is no such study or version, 409 if none is published
     */
    Overview overview(String slug, Optional<Integer> version) {
        Watched watched = watched(slug, version);
        return first(watched).orElseGet(() -> counted(watched));
    }

    /** The first look after a start takes what is remembered, if that still holds; all else is found behind its back. */
    private Optional<Overview> first(Watched watched) {
        if (watches.knows(watched)) {
            return Optional.empty();
        }
        Optional<Overview> found = recollections.of(watched);
        if (found.isPresent() && looking.add(watched.digest())) {
            Infrastructure.getDefaultExecutor().execute(() -> {
                try {
                    watches.look(watched);
                } finally {
                    looking.remove(watched.digest());
                }
            });
        }
        return found;
    }

    private Overview counted(Watched watched) {
        String key = watched.digest() + " " + watched.state() + " "
                + watched.versions().size();
        Instant asked = clock.instant();
        shared.values()
                .removeIf(old -> Duration.between(old.overview().at(), asked).compareTo(STILL) > 0);
        return shared.compute(key, (same, before) -> {
                    if (before != null
                            && Duration.between(before.looked(), clock.instant())
                                            .compareTo(FRESH)
                                    < 0) {
                        return before;
                    }
                    Watch watch = watches.look(watched);
                    return before != null && before.revision() == watch.revision()
                            ? new Shared(before.overview(), watch.revision(), watch.at())
                            : new Shared(Overviewing.of(watch), watch.revision(), clock.instant());
                })
                .overview();
    }

    /** The same for the list of participants, which is never older than the question. */
    People people(String slug, Optional<Integer> version, People.Wish wish) {
        if (!wish.understood()) {
            throw Problem.badRequest(
                            "bad-list",
                            "This list cannot be made",
                            "sort is begun, standing, answers, minutes, median, flags or pseudonym, with - before it to turn "
                                    + "it round; flag is any, fast, straight, unheard, checks or device; counted is in, out or open.")
                    .exception();
        }
        Watch watch = watches.look(watched(slug, version));
        return People.of(watch, wish, ruling.of(watch));
    }

    private Watched watched(String slug, Optional<Integer> version) {
        return editions.find(slug, version).orElseThrow(() -> new Problem(
                        "Nothing is published yet",
                        409,
                        "There are no participants before the study is published.",
                        "not-published")
                .exception());
    }
}
