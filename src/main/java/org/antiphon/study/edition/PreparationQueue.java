package org.antiphon.study.edition;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.antiphon.platform.WorkQueues;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The queue of preparations: like that of translations, in a table of its own. One study at a time in a process, whatever the
 * number of its threads: each item already uses every core. A study whose process was killed is taken up by another.
 */
@ApplicationScoped
class PreparationQueue {

    private static final TaskDescriptor<Void> PREPARE = TaskDescriptor.of("prepare");
    private static final String TABLE = "preparation_tasks";

    private final Scheduler scheduler;
    private final PreparationWorker worker;
    private final boolean works;
    private final Clock clock;

    @Inject
    PreparationQueue(
            WorkQueues queues,
            PreparationWorker worker,
            StimulusMeasuring measuring,
            Pruning pruning,
            @ConfigProperty(name = "antiphon.retention.sweep-interval") Duration sweepInterval,
            @ConfigProperty(name = "antiphon.worker.measure-interval") Duration measureInterval,
            @ConfigProperty(name = "antiphon.worker.threads") int threads,
            Clock clock) {
        this.worker = worker;
        this.works = threads > 0;
        this.clock = clock;
        scheduler = queues.of(
                        queues.once(PREPARE, study -> worker.work(Long.parseLong(study))),
                        queues.every(measureInterval, "measure", measuring::next),
                        queues.every(sweepInterval, "prune", pruning::prune))
                .tableName(TABLE)
                .threads(1)
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        scheduler.stop();
    }

    /** Puts a study into the queue, as part of the caller's transaction; nothing happens if it is there already. */
    void enqueue(long study) {
        scheduler.scheduleIfNotExists(PREPARE.instance(Long.toString(study)).build(), clock.instant());
    }

    /** Looks for work at once; to be called after the transaction. */
    void hurry() {
        if (works) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
