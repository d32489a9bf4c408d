package org.antiphon.cli;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Logging without Quarkus: warnings and worse on standard error, one line each; with {@code --verbose} more. */
final class OfflineLog {

    /** Warns wherever there is no GPU, which is nothing to be warned of. Held here, or its level would be forgotten. */
    private static final Logger GPU_SEARCH = Logger.getLogger("ai.djl.util.cuda");

    private OfflineLog() {}

    static void start(boolean verbose) {
        Handler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new Line(verbose));
        Logger root = Logger.getLogger("");
        root.setLevel(verbose ? Level.INFO : Level.WARNING);
        GPU_SEARCH.setLevel(verbose ? Level.INFO : Level.SEVERE);
        boolean launched = false;
        for (Handler handler : root.getHandlers()) {
            if (handler == InitialConfigurator.DELAYED_HANDLER) {
                launched = true;
            } else {
                root.removeHandler(handler);
            }
        }
        if (launched) {
            // the launcher's handler keeps messages until somebody takes them, and complains at exit if nobody does
            InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
        } else {
            root.addHandler(console);
        }
    }

    private static final class Line extends Formatter {

        private final boolean verbose;

        Line(boolean verbose) {
            this.verbose = verbose;
        }

        @Override
        public String format(LogRecord event) {
            StringBuilder line = new StringBuilder();
            line.append(event.getLevel().getName()).append(' ');
            if (verbose) {
                line.append('[').append(event.getLoggerName()).append("] ");
            }
            line.append(formatMessage(event)).append(System.lineSeparator());
            if (verbose && event.getThrown() != null) {
                line.append(event.getThrown()).append(System.lineSeparator());
            }
            return line.toString();
        }
    }
}
