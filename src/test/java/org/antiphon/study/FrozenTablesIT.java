package org.antiphon.study;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published stays what it was, whoever writes to the database. */
class FrozenTablesIT {

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void publish() throws Exception {
        data = DataFolder.take(folder);
        database = EmbeddedDatabase.start(data);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:db/migration")
                .load()
                .migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into study (slug, created_at) values ('one', now())");
            statement.execute("insert into edition (digest, study_id, version, frozen, state, published_at) select"
                    + " encode(sha256('x'), 'hex'), id, 1, 'x', 'open', now() from study");
            statement.execute(stimulus("happy"));
            statement.execute("insert into invitation (study_id, token_sha256, created_at)"
                    + " select id, encode(sha256('t'), 'hex'), now() from study");
            connection.commit();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        data.close();
    }

    @Test
    void refusesToChangeOrDeleteWhatIsPublished() {
        for (String change : new String[] {
            "update edition set frozen = 'y'",
            "update edition set version = 2",
            "update edition set document = 'other'",
            "delete from edition",
            "truncate edition cascade",
            "update stimulus set sha256 = encode(sha256('z'), 'hex')",
            "delete from stimulus",
            "update invitation set token_sha256 = encode(sha256('u'), 'hex')",
            stimulus("late")
        }) {
            assertThatThrownBy(() -> run(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesAnEditionWhoseNameIsNotItsContent() {
        assertThatThrownBy(() -> run("insert into edition (digest, study_id, version, frozen, state, published_at)"
                        + " select encode(sha256('a'), 'hex'), id, 2, 'b', 'open', now() from study"))
                .hasMessageContaining("its_name_is_its_content");
    }

    @Test
    void letsAnEditionPauseAndGoOnButNotOpenOnceItIsClosed() {
        assertThatCode(() -> run("update edition set state = 'paused'")).doesNotThrowAnyException();
        assertThatCode(() -> run("update edition set state = 'open'")).doesNotThrowAnyException();
        assertThatThrownBy(() -> run("update edition set state = 'closed'; update edition set state = 'open'"))
                .hasMessageContaining("closed for good");
    }

    private static String stimulus(String item) {
        return "insert into stimulus (edition, item, condition, sha256, media_type, bytes, seconds) values"
                + " (encode(sha256('x'), 'hex'), '" + item
                + "', 'performed', encode(sha256('f'), 'hex'), 'video/mp4', 1, 1)";
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
