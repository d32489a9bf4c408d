package org.antiphon.cli;

import java.util.Map;
import org.antiphon.clip.Progress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the tables of a database up to date without starting the server: for deployments that do so once, first. */
@Command(
        name = "migrate",
        description =
                "Brings the tables of a PostgreSQL database up to date and ends. The server does the same when it "
                        + "starts, unless quarkus.flyway.migrate-at-start is false.",
        footer = {
            "",
            "The password is read from QUARKUS_DATASOURCE_PASSWORD.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar migrate --url jdbc:postgresql://db:5432/antiphon --user antiphon"
        })
final class MigrateCommand extends OfflineCommand {

    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:QUARKUS_DATASOURCE_JDBC_URL}",
            description = "JDBC URL of the database (default: QUARKUS_DATASOURCE_JDBC_URL).")
    private String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${env:QUARKUS_DATASOURCE_USERNAME}",
            description = "Who may change tables (default: QUARKUS_DATASOURCE_USERNAME).")
    private String user;

    @Override
    protected Answer run(Progress progress) {
        if (url == null || user == null) {
            throw wrongUsage("which database? give --url and --user");
        }
        progress.at("changing tables", 0);
        try {
            MigrateResult result = migrate(url, user, System.getenv(PASSWORD));
            String version =
                    result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
            return new Answer(
                    result.migrationsExecuted == 0
                            ? "The tables were up to date, version " + version
                            : "Ran " + result.migrationsExecuted + " migrations, now version " + version,
                    Map.of("migrations", result.migrationsExecuted, "version", String.valueOf(version)));
        } catch (FlywayException e) {
            throw new CommandFailed("cannot migrate " + url + ": " + e.getMessage(), e);
        }
    }

    static MigrateResult migrate(String url, String user, String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
