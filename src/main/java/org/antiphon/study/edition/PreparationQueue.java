package org.antiphon.study.edition;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
            AgroalDataSource database,
            PreparationWorker worker,
            StimulusMeasuring measuring,
            Pruning pruning,
            @ConfigProperty(name = "antiphon.retention.sweep-interval") Duration sweepInterval,
            @ConfigProperty(name = "antiphon.worker.measure-interval") Duration measureInterval,
            @ConfigProperty(name = "antiphon.worker.threads") int threads,
            @ConfigProperty(name = "antiphon.worker.poll-interval") Duration poll,
            @ConfigProperty(name = "antiphon.worker.heartbeat") Duration heartbeat,
            @ConfigProperty(name = "antiphon.worker.missed-heartbeats") int missed,
            @ConfigProperty(name = "antiphon.worker.retry-delay") Duration retryDelay,
            @ConfigProperty(name = "antiphon.worker.stop-patience") Duration patience,
            Clock clock) {
        this.worker = worker;
        this.works = threads > 0;
        this.clock = clock;
        Task<Void> prepare = Tasks.custom(PREPARE)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(retryDelay))
                .execute((instance, context) -> {
                    if (worker.work(Long.parseLong(instance.getId()))) {
                        return (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(retryDelay));
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
        RecurringTask<Void> measure = Tasks.recurring(TaskDescriptor.of("measure"), FixedDelay.of(measureInterval))
                .execute((instance, context) -> measuring.next());
        RecurringTask<Void> prune = Tasks.recurring(TaskDescriptor.of("prune"), FixedDelay.of(sweepInterval))
                .execute((instance, context) -> pruning.prune());
        scheduler = Scheduler.create(database, prepare)
                .startTasks(measure, prune)
                .tableName(TABLE)
                .threads(1)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(poll)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(missed)
                .shutdownMaxWait(patience)
                .failureLogging(LogLevel.WARN, true)
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
