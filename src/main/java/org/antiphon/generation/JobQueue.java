package org.antiphon.generation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.antiphon.platform.WorkQueues;
import org.jboss.logging.Logger;

/**
 * The queue of jobs, shared by every process on the same database.
 *
 * <p>A task holds only the id of its translation and is written in the transaction that writes the translation, so there
 * is never one without the other. A task may run more than once; {@link AttemptLedger} sees to it that only the latest attempt counts and that their number is bounded.
 */
@ApplicationScoped
class JobQueue {

    private static final Logger LOG = Logger.getLogger(JobQueue.class);
    private static final TaskDescriptor<Void> TRANSLATE = TaskDescriptor.of("translate");

    private final GenerationConfig config;
    private final TranslationWorker worker;
    private final Translating models;
    private final Scheduler scheduler;
    private final Clock clock;

    @Inject
    JobQueue(
            WorkQueues queues,
            GenerationConfig config,
            TranslationWorker worker,
            Translating models,
            Sweeper sweeper,
            MeasuringAnew measuring,
            Clock clock) {
        this.config = config;
        this.worker = worker;
        this.models = models;
        this.clock = clock;
        GenerationConfig.Worker settings = config.worker();
        scheduler = queues.of(
                        queues.once(TRANSLATE, worker::work),
                        queues.every(config.retention().sweepInterval(), "sweep", sweeper::sweep),
                        queues.every(settings.measureInterval(), "measure", measuring::next))
                .schedulerName(new SchedulerName.Fixed(worker.name()))
                .threads(Math.max(1, settings.threads()))
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (config.worker().threads() > 0) {
            scheduler.start();
            Infrastructure.getDefaultExecutor().execute(models::warmUp);
            LOG.infof("working on the queue with %d thread(s)", config.worker().threads());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        scheduler.stop();
    }

    /** Puts a translation into the queue, as part of the caller's transaction. */
    void enqueue(String translationId) {
        scheduler.schedule(TRANSLATE.instance(translationId).build(), clock.instant());
    }

    /** Looks for work at once instead of at the next poll; to be called after the transaction. */
    void hurry() {
        if (config.worker().threads() > 0) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Takes a waiting translation out of the queue, as part of the caller's transaction. */
    void withdraw(String translationId) {
        scheduler
                .getScheduledExecution(TRANSLATE.instanceId(translationId))
                .filter(execution -> !execution.isPicked())
                .ifPresent(execution -> scheduler.cancel(TRANSLATE.instanceId(translationId)));
    }
}
