package org.antiphon.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the queues of this installation alike: db-scheduler on PostgreSQL, shared by every process on the same database.
 * Workers lock and fetch with SKIP LOCKED and send heartbeats; work whose process has been silent for too long is taken up by
 * another.
 */
@ApplicationScoped
public class WorkQueues {

    private final AgroalDataSource database;
    private final Duration poll;
    private final Duration heartbeat;
    private final int missed;
    private final Duration retryDelay;
    private final Duration patience;
    private final Clock clock;

    @Inject
    WorkQueues(
            AgroalDataSource database,
            @ConfigProperty(name = "antiphon.worker.poll-interval") Duration poll,
            @ConfigProperty(name = "antiphon.worker.heartbeat") Duration heartbeat,
            @ConfigProperty(name = "antiphon.worker.missed-heartbeats") int missed,
            @ConfigProperty(name = "antiphon.worker.retry-delay") Duration retryDelay,
            @ConfigProperty(name = "antiphon.worker.stop-patience") Duration patience,
            Clock clock) {
        this.database = database;
        this.poll = poll;
        this.heartbeat = heartbeat;
        this.missed = missed;
        this.retryDelay = retryDelay;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Work that is done once, whatever happens to the process that began it.
     *
     * @param work takes the id of what is to be done; says whether it is to be tried again
     */
    public Task<Void> once(TaskDescriptor<Void> what, Predicate<String> work) {
        return Tasks.custom(what)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(retryDelay))
                .execute((instance, context) -> work.test(instance.getId())
                        ? (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(retryDelay))
                        : new CompletionHandler.OnCompleteRemove<>());
    }

    /** Work that is done again and again, by one process at a time. */
    public RecurringTask<Void> every(Duration pause, String what, Runnable work) {
        return Tasks.recurring(TaskDescriptor.of(what), FixedDelay.of(pause))
                .execute((instance, context) -> work.run());
    }

    /** A queue of such work; the caller says how many threads it has and starts it. */
    public SchedulerBuilder of(Task<Void> once, RecurringTask<?>... again) {
        return Scheduler.create(database, once)
                .startTasks(again)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(poll)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(missed)
                .shutdownMaxWait(patience)
                .failureLogging(LogLevel.WARN, true);
    }
}
