package org.antiphon.study.rating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/**
 * Transactions of participants' requests. Only so many run at a time that connections are left for everybody else; when
 * hundreds come at once they wait in line here, without a connection, instead of failing for want of one.
 */
@ApplicationScoped
class Transactions {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Lines for what can only be done one after the other; two that share one lose nothing but time. */
    private static final int LINES = 64;

    private final Semaphore places;
    private final Semaphore[] lines = new Semaphore[LINES];
    private final Duration patience;

    @Inject
    Transactions(TakingConfig config) {
        this.places = new Semaphore(config.atOnce(), true);
        this.patience = config.patience();
        Arrays.setAll(lines, line -> new Semaphore(1, true));
    }

    /**
     * Does the work in a transaction of its own; when this returns, it is committed.
     *
     * @throws ProblemException 503 if it was not its turn within the time that a page waits
     */
    <T> T call(Supplier<T> work) {
        return waiting(places, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /**
     * The same for work that the database does one at a time for each {@code about}: it waits in a line of its own, so
     * that those who wait for each other do not take the places of all the others.
     *
     * @throws ProblemException 503 if it was not its turn within the time that a page waits
     */
    <T> T callInTurn(String about, Supplier<T> work) {
        return waiting(lines[Math.floorMod(about.hashCode(), LINES)], () -> call(work));
    }

    private <T> T waiting(Semaphore line, Supplier<T> work) {
        try {
            if (!line.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            line.release();
        }
    }

    private static ProblemException busy() {
        return new Problem(
                        "Too many at once",
                        503,
                        "The server has more requests than it can answer. Nothing is lost: the page tries again by itself.",
                        "busy",
                        Optional.of(COME_AGAIN))
                .exception();
    }
}
