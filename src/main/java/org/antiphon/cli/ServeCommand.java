package org.antiphon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the pages and the API until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the demo page and the HTTP API (port 8080), and works on the queue.",
            "Without quarkus.datasource.jdbc.url it keeps its own PostgreSQL in the data folder."
        },
        footer = {"", "Example: java -Dquarkus.http.port=9000 -jar target/quarkus-app/quarkus-run.jar serve --workers 2"
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Translations at a time in this process; 0 leaves them to work processes (default: 1).")
    private Integer workers;

    @Override
    public Integer call() {
        if (workers != null) {
            System.setProperty("antiphon.worker.threads", workers.toString());
        }
        return ServerRun.untilStopped();
    }
}
