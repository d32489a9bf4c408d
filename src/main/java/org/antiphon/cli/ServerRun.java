package org.antiphon.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.EmbeddedDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import sun.misc.Signal;

/**
 * Runs the application, with a database of our own if none is configured, and ends in the right order: first the
 * application, whose jobs go back to the queue and need the database for that, then the database.
 */
final class ServerRun {

    private static final System.Logger LOG = System.getLogger(ServerRun.class.getName());
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS = 40;

    private ServerRun() {}

    /** Blocks until the application has ended. @return the exit code */
    static int untilStopped() {
        if (databaseIsGiven()) {
            return run();
        }
        try {
            return withOwnDatabase();
        } catch (IOException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    /**
     * The same, but where another process keeps its database in the data folder, that one is shared, and left together
     * with it: when the server is started again, its database listens elsewhere.
     */
    static int asGuestUntilStopped() {
        if (databaseIsGiven()) {
            return run();
        }
        try {
            return withOwnDatabase();
        } catch (DataFolder.InUse held) {
            EmbeddedDatabase.OfAnother database = shared(held);
            use(database.url(), database.user(), database.password());
            database.ended().thenRun(() -> {
                LOG.log(System.Logger.Level.INFO, "the server whose database this process shares has ended");
                Quarkus.asyncExit(Antiphon.DONE);
            });
            return run();
        } catch (IOException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private static boolean databaseIsGiven() {
        return ConfigProvider.getConfig()
                .getOptionalValue(URL, String.class)
                .filter(url -> !url.isBlank())
                .isPresent();
    }

    private static Path folder() {
        return ConfigProvider.getConfig()
                .getOptionalValue("antiphon.data-folder", Path.class)
                .orElse(Path.of("data"));
    }

    private static int withOwnDatabase() throws IOException {
        try (DataFolder folder = DataFolder.take(folder());
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            use(database.url(), database.user(), database.password());
            return run();
        }
    }

    private static void use(String url, String user, String password) {
        System.setProperty(URL, url);
        System.setProperty("quarkus.datasource.username", user);
        System.setProperty("quarkus.datasource.password", password);
    }

    /** Waits for a server that was started at the same time. */
    private static EmbeddedDatabase.OfAnother shared(DataFolder.InUse held) {
        try {
            for (int i = 0; i < LOOKS; i++) {
                Optional<EmbeddedDatabase.OfAnother> found = EmbeddedDatabase.ofAnother(folder());
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(LOOK.toMillis());
            }
        } catch (IOException e) {
            throw new CommandFailed(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CommandFailed(held.getMessage(), held);
    }

    /**
     * A signal asks the application to end and lets this method return, so that what was opened around it is closed after
     * it. The virtual machine's own reaction would run all shutdown hooks at once, the database's among them.
     */
    private static int run() {
        endOn("TERM");
        endOn("INT");
        AtomicInteger exit = new AtomicInteger(Antiphon.DONE);
        AtomicReference<Throwable> stopped = new AtomicReference<>();
        Quarkus.run(null, (code, failure) -> {
            exit.set(code);
            stopped.set(failure);
        });
        if (stopped.get() != null) {
            throw new CommandFailed("The server could not start: " + innermost(stopped.get()), stopped.get());
        }
        return exit.get();
    }

    /** What the first of a chain of failures said; those around it only say that something below them failed. */
    static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static void endOn(String signal) {
        try {
            Signal.handle(new Signal(signal), received -> Quarkus.asyncExit(Antiphon.DONE));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "the virtual machine keeps SIG" + signal + " for itself", e);
        }
    }
}
