package org.antiphon.dashboard.reading;

import java.util.List;
import java.util.function.Consumer;

/** Goes through sessions a few at a time. */
final class Batches {

    /**
     * So many at a time that a round trip to the database hardly counts, and so few that their pages fit into memory:
     * a thousand pages with a dozen clips each, for all of them, take less than 100 MB.
     */
    private static final int SIZE = 64;

    private Batches() {}

    static <T> void each(List<T> all, Consumer<List<T>> work) {
        for (int i = 0; i < all.size(); i += SIZE) {
            work.accept(all.subList(i, Math.min(all.size(), i + SIZE)));
        }
    }
}
