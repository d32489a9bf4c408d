package org.antiphon.corpus;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.antiphon.training.preparation.CorpusOrder;
import org.antiphon.training.preparation.Piecewise;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Prepares single recordings of orders. Keeps the corpus it worked on last open, because the next piece is mostly of it. */
@ApplicationScoped
class PieceWorker {

    private static final Logger LOG = Logger.getLogger(PieceWorker.class);

    private final OrderBook book;
    private final int mostAttempts;
    private final String name = ManagementFactory.getRuntimeMXBean().getName();
    private Opened current;

    @Inject
    PieceWorker(AgroalDataSource database, @ConfigProperty(name = "antiphon.worker.max-attempts") int mostAttempts) {
        this.book = new OrderBook(database);
        this.mostAttempts = mostAttempts;
    }

    /** The process, in tasks and in the names of files that are not finished. */
    String name() {
        return name;
    }

    /** @param piece id of the order, number of the recording @return whether it is to be tried again */
    boolean work(String piece) {
        String id = piece.substring(0, piece.indexOf('/'));
        int number = Integer.parseInt(piece.substring(piece.indexOf('/') + 1));
        try {
            Optional<CorpusOrder> order = book.begin(id, number);
            if (order.isPresent()) {
                Opened opened = open(id, order.get());
                try {
                    book.done(id, number, opened.corpus.prepare(number));
                } finally {
                    leave(opened);
                }
            }
            return false;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "preparing recording %d of order %s failed", number, id);
            return again(id, number, e);
        }
    }

    private boolean again(String id, int number, Throwable failure) {
        try {
            String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            return book.failed(id, number, name + ": " + why, mostAttempts);
        } catch (IOException e) {
            LOG.errorf(e, "that recording %d of order %s failed cannot be noted", number, id);
            return true;
        }
    }

    /** A corpus in use. It is closed when another one has taken its place and nobody works on it any more. */
    private static final class Opened {
        private final String order;
        private final Piecewise corpus;
        private int users = 1; // whoever holds it as the current one

        Opened(String order, Piecewise corpus) {
            this.order = order;
            this.corpus = corpus;
        }
    }

    private synchronized Opened open(String id, CorpusOrder order) throws IOException {
        if (current == null || !current.order.equals(id)) {
            close();
            current = new Opened(id, order.open().piecewise(name.replaceAll("[^A-Za-z0-9-]", "-")));
        }
        current.users++;
        return current;
    }

    private synchronized void leave(Opened opened) {
        if (--opened.users == 0) {
            opened.corpus.close();
        }
    }

    synchronized void close() {
        if (current != null) {
            leave(current);
            current = null;
        }
    }
}
