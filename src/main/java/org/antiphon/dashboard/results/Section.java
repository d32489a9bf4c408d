package org.antiphon.dashboard.results;

import java.util.List;
import org.antiphon.dashboard.figure.Figure;

/**
 * What one task has shown.
 *
 * @param see what we see
 * @param sure how sure it is
 */
record Section(String task, String paradigm, String title, String question, List<Shown> see, List<Shown> sure) {

    Section {
        see = List.copyOf(see);
        sure = List.copyOf(sure);
    }

    /**
     * A figure with what it says in words.
     *
     * @param statement one or two sentences that say no more than the numbers do
     */
    record Shown(Figure figure, String statement) {}
}
