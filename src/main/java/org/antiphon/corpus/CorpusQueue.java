package org.antiphon.corpus;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.antiphon.platform.WorkQueues;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The queue of recordings to prepare: like that of translations, in a table of its own. A recording whose process was killed is
 * taken up by another.
 */
@ApplicationScoped
class CorpusQueue {

    private static final TaskDescriptor<Void> PREPARE = TaskDescriptor.of(OrderBook.TASK);

    private final Scheduler scheduler;
    private final PieceWorker worker;
    private final boolean works;

    @Inject
    CorpusQueue(WorkQueues queues, PieceWorker worker, @ConfigProperty(name = "antiphon.worker.threads") int threads) {
        this.worker = worker;
        this.works = threads > 0;
        scheduler = queues.of(queues.once(PREPARE, worker::work))
                .tableName(OrderBook.TABLE)
                .schedulerName(new SchedulerName.Fixed(worker.name()))
                .threads(Math.max(1, threads))
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
        worker.close();
    }
}
