package org.antiphon.dataset;

import java.util.List;

/** Recordings of performances, with annotation where somebody made one. */
public interface Corpus {

    /** Every usable recording, in a fixed order. */
    List<Recording> recordings();

    /** What was missing, unexpected or left out, one sentence each. */
    default List<String> findings() {
        return List.of();
    }

    /** The recordings of one split, in the same order. */
    default List<Recording> recordings(Split split) {
        return recordings().stream()
                .filter(recording -> recording.split() == split)
                .toList();
    }
}
