package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.antiphon.dashboard.monitor.Overview.Concern;

/** What somebody should look at, in sentences; one sentence if there is nothing. */
final class Health {

    /** Below so many nothing is said about shares. */
    private static final int FEWEST = 8;

    private static final double LEAVING = 0.25;
    private static final double FAILING = 0.3;
    private static final Duration QUIET = Duration.ofHours(24);

    private final List<Concern> concerns = new ArrayList<>();

    private Health() {}

    /** @param last when the last answer was saved, to the hour */
    static List<Concern> of(
            Watched watched,
            Overview.Progress progress,
            List<Overview.StepRow> steps,
            List<Overview.Balance> balance,
            List<Overview.CheckRow> checks,
            int flagged,
            Instant last,
            Instant now) {
        Health health = new Health();
        if (progress.begun() == 0) {
            return List.of(new Concern(false, "Nobody has begun yet."));
        }
        health.leaving(progress, steps);
        if (watched.state().equals("open")
                && progress.completed() < progress.target()
                && Duration.between(last, now).compareTo(QUIET) > 0) {
            health.grave(
                    "Nothing was answered for %d hours.",
                    Duration.between(last, now).toHours());
        }
        for (Overview.Balance task : balance) {
            if (!task.even()) {
                health.grave(
                        "Task %s is uneven: some clips were judged %d times, others %d times.",
                        task.task(), task.least(), task.most());
            }
        }
        for (Overview.CheckRow check : checks) {
            if (check.people() >= FEWEST && check.failing() > FAILING * check.people()) {
                health.grave(
                        "Check %s was failed by %.0f %% of the participants: is it too hard?",
                        check.id(), 100.0 * check.failing() / check.people());
            }
        }
        if (flagged > 0) {
            health.grave(
                    flagged == 1 ? "One participant is to be looked at." : "%d participants are to be looked at.",
                    flagged);
        }
        if (health.concerns.isEmpty()) {
            health.concerns.add(new Concern(false, "Nothing stands out."));
        }
        return health.concerns;
    }

    private void grave(String what, Object... values) {
        concerns.add(new Concern(true, String.format(Locale.ROOT, what, values)));
    }

    private void leaving(Overview.Progress progress, List<Overview.StepRow> steps) {
        int decided = progress.completed() + progress.dropped();
        if (decided < FEWEST || progress.dropped() < LEAVING * decided) {
            return;
        }
        String where = steps.stream()
                .max(Comparator.comparingInt(Overview.StepRow::left))
                .map(step -> "; most of them at “" + step.name() + "”")
                .orElse("");
        grave("%.0f %% of those who began went away%s.", 100.0 * progress.dropped() / decided, where);
    }
}
