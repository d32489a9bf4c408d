package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.platform.Problem;

/**
 * How much one address, or one session, may ask for in a while. Counted in memory, by each process for itself: addresses of
 * participants are not kept.
 */
@ApplicationScoped
class Limits {

    /** Who was not heard of for longest is forgotten first. */
    private static final int REMEMBERED = 20_000;

    private final TakingConfig config;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

    /** How many requests came since when. */
    private record Window(Instant since, int count) {}

    @Inject
    Limits(TakingConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void begin(String address) {
        count("begin " + address, config.beginsPerHour(), Duration.ofHours(1));
    }

    void answer(String session) {
        count("answer " + session, config.answersPerMinute(), Duration.ofMinutes(1));
    }

    void withdraw(String address) {
        count("withdraw " + address, config.withdrawalsPerHour(), Duration.ofHours(1));
    }

    /** @throws org.antiphon.platform.ProblemException 429 if that was one too many */
    private void count(String key, int most, Duration span) {
        Instant now = clock.instant();
        Instant again;
        synchronized (windows) {
            Window window = windows.get(key);
            if (window == null || !now.isBefore(window.since().plus(span))) {
                window = new Window(now, 0);
            }
            windows.put(key, new Window(window.since(), window.count() + 1));
            if (windows.size() > REMEMBERED) {
                windows.remove(windows.keySet().iterator().next());
            }
            if (window.count() < most) {
                return;
            }
            again = window.since().plus(span);
        }
        throw Problem.tooMany(
                        "too-many",
                        "Too many requests",
                        "More than " + most + " came within " + (span.toMinutes() == 1 ? "a minute" : "an hour")
                                + ". Nothing is lost; try again later.",
                        Duration.between(now, again))
                .exception();
    }
}
