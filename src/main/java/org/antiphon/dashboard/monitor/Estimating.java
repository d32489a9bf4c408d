package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the target is reached if people come as they came in the last week. The interval takes completions for a Poisson
 * process: of n that came, (√n ± 1)² are about the bounds of what was to be expected with 95 % (variance-stabilised).
 */
final class Estimating {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final int FEWEST = 3;

    private Estimating() {}

    /** @param state of the edition */
    static Overview.Estimate of(Rate rate, String state, int target, int completed, Instant now) {
        if (completed >= target) {
            return none("As many have completed the study as are wanted.");
        }
        if (!state.equals("open")) {
            return none("It takes nobody at present.");
        }
        long lately = rate.lately(now);
        if (lately < FEWEST) {
            return none("Fewer than " + FEWEST + " have completed it in the last week: too few to tell.");
        }
        Duration window = Duration.between(rate.first(), now);
        window = window.compareTo(Rate.WINDOW) > 0 ? Rate.WINDOW : window;
        window = window.compareTo(SHORTEST) < 0 ? SHORTEST : window;
        double each = window.toSeconds();
        int left = target - completed;
        double few = Math.pow(Math.sqrt(lately) - 1, 2);
        double many = Math.pow(Math.sqrt(lately) + 1, 2);
        return new Overview.Estimate(
                Optional.of(now.plusSeconds(Math.round(left * each / lately))),
                Optional.of(now.plusSeconds(Math.round(left * each / many))),
                Optional.of(now.plusSeconds(Math.round(left * each / few))),
                lately + " completed it in the last " + words(window) + ".");
    }

    private static Overview.Estimate none(String reason) {
        return new Overview.Estimate(Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    private static String words(Duration window) {
        if (window.toDays() >= 2) {
            return window.toDays() + " days";
        }
        return window.toHours() <= 1 ? "hour" : window.toHours() + " hours";
    }
}
