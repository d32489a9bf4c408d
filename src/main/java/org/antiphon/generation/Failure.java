package org.antiphon.generation;

/** Why a translation failed: {@code title} says what, {@code detail} why and what to do. */
record Failure(String code, String title, String detail) {

    private static final int DEPTH = 12;

    static final Failure GAVE_UP = new Failure(
            "gave-up",
            "The translation was given up",
            "It stopped several workers in a row without an answer. The clip may be damaged in a way that is not "
                    + "recognised, or too demanding for this machine; a shorter excerpt may work.");

    static final Failure NO_MEMORY = new Failure(
            "out-of-memory",
            "There was not enough memory",
            "The clip needs more memory than the device has free. Try a shorter excerpt, or again when fewer "
                    + "translations are running.");

    static final Failure UNEXPECTED = new Failure(
            "internal",
            "The translation failed on our side",
            "Something went wrong through no fault of the clip; it has been written to the log. Trying again may help.");

    /** Whether memory ran out, on the heap or on a GPU, whichever library noticed. */
    static boolean memory(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            String message =
                    cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(java.util.Locale.ROOT);
            if (cause instanceof OutOfMemoryError
                    || message.contains("out of memory")
                    || message.contains("not enough memory")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
