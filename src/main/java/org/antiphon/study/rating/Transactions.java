package org.antiphon.study.rating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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

    private final Semaphore places;
    private final Duration patience;

    @Inject
    Transactions(TakingConfig config) {
        this.places = new Semaphore(config.atOnce(), true);
        this.patience = config.patience();
    }

    /**
     * Does the work in a transaction of its own; when this returns, it is committed.
     *
     * @throws ProblemException 503 if it was not its turn within the time that a page waits
     */
    <T> T call(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            places.release();
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
