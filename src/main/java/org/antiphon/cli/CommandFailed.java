package org.antiphon.cli;

/** A command could not do its work. The message is for people: what, which file or option, what to do. Exit code 1. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
