package org.antiphon.training.preparation;

/** A recording that cannot be used, and why, in words for whoever prepares the corpus. Others can be. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
