package org.antiphon.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves the pages and the API until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the demo page and the HTTP API (port 8080).",
        footer = {"", "Example: java -Dquarkus.http.port=9000 -jar target/quarkus-app/quarkus-run.jar serve"})
final class ServeCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Quarkus.run();
        return Antiphon.DONE;
    }
}
