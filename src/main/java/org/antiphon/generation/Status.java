package org.antiphon.generation;

import java.util.Locale;

/** Where a translation stands. */
enum Status {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** The name in the database and in the API. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing will change any more. */
    boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
