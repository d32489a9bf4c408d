package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.EmbeddedDatabase;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database for a command that only reads: the configured one, or that of the server which runs on the data folder, or,
 * where none runs, the one in the data folder, started for as long as the command takes.
 */
final class CommandDatabase implements AutoCloseable {

    private final DataSource source;
    private final Optional<EmbeddedDatabase> own;
    private final Optional<DataFolder> folder;

    private CommandDatabase(DataSource source, Optional<EmbeddedDatabase> own, Optional<DataFolder> folder) {
        this.source = source;
        this.own = own;
        this.folder = folder;
    }

    /**
     * @param given the data folder; empty: the configured one
     * @throws CommandFailed if there is no database
     */
    static CommandDatabase open(Optional<Path> given) {
        Config config = ConfigProvider.getConfig();
        Optional<String> url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .filter(text -> !text.isBlank() && given.isEmpty());
        if (url.isPresent()) {
            return new CommandDatabase(
                    source(
                            url.get(),
                            config.getOptionalValue("quarkus.datasource.username", String.class)
                                    .orElse(null),
                            config.getOptionalValue("quarkus.datasource.password", String.class)
                                    .orElse(null)),
                    Optional.empty(),
                    Optional.empty());
        }
        Path path = given.or(() -> config.getOptionalValue("antiphon.data-folder", Path.class))
                .orElse(Path.of("data"));
        if (!path.resolve("postgres").toFile().isDirectory()) {
            throw new CommandFailed(
                    "there is no database in " + path
                            + "; name the data folder of the server with --data, or its database with QUARKUS_DATASOURCE_JDBC_URL");
        }
        try {
            return embedded(path);
        } catch (IOException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private static CommandDatabase embedded(Path path) throws IOException {
        Optional<EmbeddedDatabase.OfAnother> running = EmbeddedDatabase.ofAnother(path);
        if (running.isPresent()) {
            EmbeddedDatabase.OfAnother other = running.get();
            return new CommandDatabase(
                    source(other.url(), other.user(), other.password()), Optional.empty(), Optional.empty());
        }
        DataFolder folder = DataFolder.take(path);
        try {
            EmbeddedDatabase own = EmbeddedDatabase.start(folder);
            return new CommandDatabase(
                    source(own.url(), own.user(), own.password()), Optional.of(own), Optional.of(folder));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
        if (folder.isPresent()) {
            folder.get().close();
        }
    }
}
