package org.antiphon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works on the queue without serving pages. */
@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description = {
            "Takes translations from the queue until it is told to stop; shares the database and the artifact folder "
                    + "with the server.",
            "Without quarkus.datasource.jdbc.url it joins the server that runs on the same data folder, and ends with it.",
            "Health and readiness are served on a port of their own (--port, default: any free one)."
        },
        footer = {
            "",
            "Example: java -Dquarkus.datasource.jdbc.url=jdbc:postgresql://db/antiphon -Dantiphon.data-folder=/shared \\",
            "  -jar target/quarkus-app/quarkus-run.jar work --threads 2"
        })
final class WorkCommand implements Callable<Integer> {

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Translations at a time (default: 1).")
    private int threads;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port for health (default: a free one).")
    private int port;

    @Override
    public Integer call() {
        System.setProperty("antiphon.worker.threads", Integer.toString(Math.max(1, threads)));
        System.setProperty("quarkus.http.port", Integer.toString(port));
        return ServerRun.asGuestUntilStopped();
    }
}
