package org.antiphon.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A fresh embedded PostgreSQL for all tests that boot the application. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private DataFolder folder;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            Path path = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "db");
            folder = DataFolder.take(path);
            database = EmbeddedDatabase.start(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        try {
            if (database != null) {
                database.close();
                folder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
