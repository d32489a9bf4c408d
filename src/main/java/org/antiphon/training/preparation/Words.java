package org.antiphon.training.preparation;

import java.nio.file.NoSuchFileException;

/** Failures in words for people. */
final class Words {

    private Words() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            return "there is no file " + message;
        }
        return message == null ? "unexpected " + failure.getClass().getSimpleName() : message.strip();
    }
}
