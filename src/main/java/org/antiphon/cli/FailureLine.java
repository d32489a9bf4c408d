package org.antiphon.cli;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one readable line on standard error; the stack trace only with {@code --verbose}. */
final class FailureLine implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("Error: " + of(failure));
        if (command.getParseResult().originalArgs().contains("--verbose")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return Antiphon.FAILED;
    }

    /** The failure in words for the person at the keyboard. */
    static String of(Throwable failure) {
        if (failure.getCause() != null
                && (failure instanceof UncheckedIOException
                        || failure instanceof ExecutionException
                        || failure instanceof CompletionException)) {
            return of(failure.getCause());
        }
        String message = failure.getMessage() == null ? "" : oneLine(failure.getMessage());
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "there is no file " + message + "; check the path";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + message + "; check who owns it";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return message + " exists already; remove it or choose another name";
        }
        if (failure instanceof CancellationException) {
            return "cancelled";
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory (" + message + "); try a shorter input, or start java with a larger -Xmx";
        }
        if (message.isEmpty()
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException) {
            return "unexpected " + failure.getClass().getSimpleName()
                    + (message.isEmpty() ? "" : " (" + message + ")")
                    + "; run again with --verbose to see where";
        }
        return message;
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
