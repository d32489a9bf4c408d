package org.antiphon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {

    @Test
    void keepsCommittedRowsWhenTheProcessIsKilled() throws Exception {
        Path folder = Files.createTempDirectory("kill");
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            awaitReady(holder);
            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(DataFolder.InUse.class);
            EmbeddedDatabase.OfAnother shared =
                    EmbeddedDatabase.ofAnother(folder).orElseThrow();
            try (Connection guest = DriverManager.getConnection(shared.url(), shared.user(), shared.password())) {
                assertThat(guest.isValid(5)).isTrue();
            }
            assertThat(holder.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
            long orphan = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                    .get(0)
                    .strip());
            assertThat(ProcessHandle.of(orphan))
                    .as("the server outlives its parent")
                    .isPresent();
            try (DataFolder again = DataFolder.take(folder);
                    EmbeddedDatabase database = EmbeddedDatabase.start(again)) {
                assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                        .isEmpty();
                assertThat(shared.ended())
                        .as("guests hear that their server has gone")
                        .isDone();
                assertThat(ask(database, "select note from kept")).isEqualTo("written before the kill");
                assertThat(ask(database, "show fsync")).isEqualTo("on");
                assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
                assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void isNotFoundByAnotherProcessWhereThereIsNone() throws IOException {
        Path folder = Files.createTempDirectory("none");
        assertThat(EmbeddedDatabase.ofAnother(folder)).isEmpty();
        Path data = Files.createDirectories(folder.resolve("postgres/data"));
        long stranger = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postmaster.pid"), stranger + "\n/data\n0\n5432\n\n127.0.0.1\n\nready\n");
        assertThat(EmbeddedDatabase.ofAnother(folder)).isEmpty();
    }

    private static void awaitReady(Process holder) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.equals("ready")) {
                return;
            }
        }
        throw new AssertionError("the process that was to hold the database ended:\n" + said);
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
