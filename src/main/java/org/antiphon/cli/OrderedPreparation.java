package org.antiphon.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.clip.Progress;
import org.antiphon.corpus.OrderBook;
import org.antiphon.training.preparation.CorpusOrder;
import org.antiphon.training.preparation.Done;

/** A corpus that is prepared by whoever works on the queue: places the order and waits for its end. */
final class OrderedPreparation {

    private static final long LOOK_MILLIS = 500;
    private static final int PATIENT_LOOKS = 60;

    private OrderedPreparation() {}

    /**
     * Returns when every recording was dealt with.
     *
     * @throws IOException if the database does not answer, or recordings could not be prepared although they may be usable
     */
    static Map<Done, Integer> run(CorpusOrder order, int recordings, Progress progress) throws IOException {
        try (CommandDatabase database = CommandDatabase.open(Optional.empty())) {
            OrderBook book = new OrderBook(database.source());
            String id = UUID.randomUUID().toString().replace("-", "");
            book.place(id, order, recordings);
            OrderBook.Tally tally = waited(book, id, recordings, progress);
            if (tally.problem().isPresent()) {
                throw new IOException("not every recording could be prepared: "
                        + tally.problem().get() + "; what was prepared is kept, run the same command again");
            }
            book.forget(id);
            return Map.of(Done.MADE, tally.made(), Done.KEPT, tally.kept(), Done.SKIPPED, tally.skipped());
        }
    }

    private static OrderBook.Tally waited(OrderBook book, String id, int recordings, Progress progress)
            throws IOException {
        int still = 0;
        int before = recordings;
        while (true) {
            OrderBook.Tally tally = book.tally(id);
            if (tally.waiting() == 0) {
                return tally;
            }
            still = tally.waiting() == before ? still + 1 : 0;
            before = tally.waiting();
            progress.at(
                    still < PATIENT_LOOKS
                            ? "preparing recordings"
                            : "preparing recordings; nobody has finished one for a while, is a work process running?",
                    1 - (double) tally.waiting() / recordings);
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while recordings were prepared", e);
            }
        }
    }
}
