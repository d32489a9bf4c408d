package org.antiphon.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.EmbeddedDatabase;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import sun.misc.Signal;

/**
 * Runs the application, with a database of our own if none is configured, and ends in the right order: first the
 * application, whose jobs go back to the queue and need the database for that, then the database.
 */
final class ServerRun {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private ServerRun() {}

    /** Blocks until the application has ended. @return the exit code */
    static int untilStopped() {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class)
                .filter(url -> !url.isBlank())
                .isPresent()) {
            return run();
        }
        Path path = config.getOptionalValue("antiphon.data-folder", Path.class).orElse(Path.of("data"));
        try (DataFolder folder = DataFolder.take(path);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            System.setProperty(URL, database.url());
            System.setProperty("quarkus.datasource.username", database.user());
            System.setProperty("quarkus.datasource.password", database.password());
            return run();
        } catch (IOException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    /**
     * A signal asks the application to end and lets this method return, so that what was opened around it is closed after
     * it. The virtual machine's own reaction would run all shutdown hooks at once, the database's among them.
     */
    private static int run() {
        endOn("TERM");
        endOn("INT");
        int[] exit = {Antiphon.DONE};
        Quarkus.run(null, (code, failure) -> {
            exit[0] = failure == null ? code : Antiphon.FAILED;
        });
        return exit[0];
    }

    private static void endOn(String signal) {
        try {
            Signal.handle(new Signal(signal), received -> Quarkus.asyncExit(Antiphon.DONE));
        } catch (IllegalArgumentException e) {
            System.getLogger(ServerRun.class.getName())
                    .log(System.Logger.Level.DEBUG, "the virtual machine keeps SIG" + signal + " for itself", e);
        }
    }
}
