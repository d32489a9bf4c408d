package org.antiphon.dashboard.monitor;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at the studies that people take before anybody asks, so that nobody waits for the first look, and has written down
 * what the look found. A study that was filled by other means than taking part is read once, in the background.
 */
@ApplicationScoped
class Remembering {

    private static final Logger LOG = Logger.getLogger(Remembering.class);

    /** Studies that are looked at: those that somebody was heard of in last. */
    private static final int MOST = 4;

    private static final int FIRST_SECONDS = 1;
    private static final int PAUSE_SECONDS = 30;

    private final Queries queries;
    private final Editions editions;
    private final Watches watches;
    private final Recollections recollections;
    private final Clock clock;
    private final Map<String, String> done = new HashMap<>();

    /** Until when what was counted holds, if nobody is heard of. */
    private final Map<String, Instant> holds = new HashMap<>();

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "remembering");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Remembering(Queries queries, Editions editions, Watches watches, Recollections recollections, Clock clock) {
        this.queries = queries;
        this.editions = editions;
        this.watches = watches;
        this.recollections = recollections;
        this.clock = clock;
    }

    /** @param mark changes when somebody was heard of */
    private record Due(String slug, int version, String digest, String mark) {}

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> unused =
                background.scheduleWithFixedDelay(this::now, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** Looks at what has changed since the last time. */
    synchronized void now() {
        try {
            lately().stream()
                    .filter(due -> !due.mark().equals(done.get(due.digest()))
                            || clock.instant().isAfter(holds.getOrDefault(due.digest(), Instant.MAX)))
                    .forEach(this::look);
        } catch (RuntimeException e) {
            // the next look makes up for it; whoever asks meanwhile only waits longer
            LOG.warn("studies cannot be looked at in the background", e);
        }
    }

    private void look(Due due) {
        // what cannot be read now is not tried again before somebody goes on
        done.put(due.digest(), due.mark());
        holds.remove(due.digest());
        try {
            editions.find(due.slug(), Optional.of(due.version())).ifPresent(watched -> {
                Watch watch = watches.look(watched);
                watches.write(watched);
                Recollection counted = Recollection.of(watch, Overviewing.of(watch));
                recollections.write(watched, counted);
                holds.put(due.digest(), counted.holds());
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s cannot be looked at in the background", due.slug());
        }
    }

    private List<Due> lately() {
        return queries.rows(
                row -> new Due(
                        row.getString("slug"), row.getInt("version"), row.getString("digest"), row.getString("mark")),
                """
                select y.slug, e.version, e.digest, s.heard || ' ' || s.rested as mark
                from (select edition, max(seen_at) as heard,
                        count(*) filter (where status <> 'going' or seen_at < now() - interval '10 minutes') as rested
                    from study_session group by edition) s
                    join edition e on e.digest = s.edition join study y on y.id = e.study_id
                where y.preview_of is null order by s.heard desc limit ?""",
                MOST);
    }
}
