package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.platform.Problem;

/** The overview of an edition. Many who watch the same one share what is counted within a second. */
@ApplicationScoped
class Monitor {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Editions editions;
    private final Watches watches;
    private final Clock clock;
    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    @Inject
    Monitor(Editions editions, Watches watches, Clock clock) {
        this.editions = editions;
        this.watches = watches;
        this.clock = clock;
    }

    private record Shared(Overview overview, Instant at) {}

    /**
     * @param version the newest if it is empty
     * @throws org.antiphon.platform.ProblemException 404 if there is no such study or version, 409 if none is published
     */
    Overview overview(String slug, Optional<Integer> version) {
        Watched watched = watched(slug, version);
        Instant now = clock.instant();
        shared.values().removeIf(old -> Duration.between(old.at(), now).compareTo(FRESH) > 0);
        return shared.computeIfAbsent(
                        watched.digest() + watched.state(),
                        digest -> new Shared(Overviewing.of(watches.look(watched)), clock.instant()))
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
        return People.of(watches.look(watched(slug, version)), wish);
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
