package org.antiphon.dataset;

import java.util.List;

/** Recordings of performances with annotation. */
public interface Corpus {

    /** Every usable recording, in a fixed order. */
    List<Recording> recordings();

    /** The recordings of one split, in the same order. */
    default List<Recording> recordings(Split split) {
        return recordings().stream()
                .filter(recording -> recording.split() == split)
                .toList();
    }
}
