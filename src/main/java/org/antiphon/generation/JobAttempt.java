package org.antiphon.generation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.antiphon.clip.Progress;

/**
 * One try at one translation: open it, work, say once how it ended, close it. Closing without having said so counts as an
 * unexpected failure, so nothing is left running in the books. The attempt's folder is gone afterwards.
 */
final class JobAttempt implements AutoCloseable {

    /** How an attempt can end. */
    private sealed interface Ending {
        record Done(Translated result) implements Ending {}

        record Failed(Failure failure) implements Ending {}

        record Again(Failure failure, boolean counts) implements Ending {}

        record Stopped() implements Ending {}
    }

    private final AttemptLedger ledger;
    private final Assignment assignment;
    private final Path folder;
    private final Clock clock;
    private final Duration interval;
    private final BooleanSupplier stopping;
    private Ending ending = new Ending.Again(Failure.UNEXPECTED, true);
    private Instant lastWrite = Instant.MIN;
    private String lastStage = "";
    private boolean retry;

    JobAttempt(
            AttemptLedger ledger,
            Assignment assignment,
            Path folder,
            Clock clock,
            Duration interval,
            BooleanSupplier stopping) {
        this.ledger = ledger;
        this.assignment = assignment;
        this.folder = folder;
        this.clock = clock;
        this.interval = interval;
        this.stopping = stopping;
    }

    Assignment assignment() {
        return assignment;
    }

    /** A folder for this attempt alone. */
    Path folder() {
        return folder;
    }

    /**
     * Where the work tells how far it is. Writes at most once per interval and stage.
     *
     * @throws CancellationException from {@link Progress#at} if the result is no longer wanted or the process is stopping
     */
    Progress progress() {
        return this::at;
    }

    private synchronized void at(String stage, double share) {
        if (stopping.getAsBoolean()) {
            throw new CancellationException("the worker is stopping");
        }
        Instant now = clock.instant();
        if (stage.equals(lastStage) && now.isBefore(lastWrite.plus(interval))) {
            return;
        }
        lastStage = stage;
        lastWrite = now;
        if (!ledger.progress(assignment.id(), assignment.attempt(), stage, share)) {
            throw new CancellationException("translation " + assignment.id() + " is no longer wanted");
        }
    }

    void done(Translated result) {
        ending = new Ending.Done(result);
    }

    void failed(Failure failure) {
        ending = new Ending.Failed(failure);
    }

    /** Worth another try, if the number of attempts allows. */
    void again(Failure failure) {
        ending = new Ending.Again(failure, true);
    }

    /** Stopped from outside: by the visitor, by another worker that took over, or because this process is stopping. */
    void stopped() {
        ending = stopping.getAsBoolean() ? new Ending.Again(Failure.UNEXPECTED, false) : new Ending.Stopped();
    }

    /** After closing: whether the job is to be put back into the queue. */
    boolean wantsRetry() {
        return retry;
    }

    @Override
    public void close() {
        try {
            if (ending instanceof Ending.Done done) {
                if (!ledger.done(assignment, done.result())) {
                    ledger.stopped(assignment);
                }
            } else if (ending instanceof Ending.Failed failed) {
                ledger.failed(assignment, failed.failure());
            } else if (ending instanceof Ending.Again again) {
                retry = ledger.again(assignment, again.failure(), again.counts());
            } else {
                ledger.stopped(assignment);
            }
        } finally {
            WorkFolders.erase(folder);
        }
    }
}
