package org.antiphon.training.preparation;

/** What was done for a recording. */
public enum Done {
    /** It was there and whole. */
    KEPT,
    /** It was made. */
    MADE,
    /** It cannot be used. */
    SKIPPED
}
