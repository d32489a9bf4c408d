package org.antiphon.dashboard.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.Digest;
import org.antiphon.platform.EmbeddedDatabase;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own with many sessions of the study {@code etudes}, written by SQL alone: for what depends on their
 * number. Each has eight pages with three ratings; every tenth is excluded by a rule, every seventh has not ended.
 */
public final class MadeData implements AutoCloseable {

    static final int RATINGS_OF_ONE = 24;

    private static final String FILL = """
            set session_replication_role = replica;
            insert into study_session (token, pseudonym, withdrawal_code, begin_key, study_id, edition, language, way, seed, status,
                number, begun_at, seen_at, drawn_at, ended_at)
            select substr(translate(md5(i::text), '0189', 'ghij'), 1, 20), 'p' || md5('p' || i), substr(translate(md5('w' || i), '0189', 'ghij'), 1, 16),
                md5('b' || i)::uuid, e.study_id, e.digest, case when i %% 3 = 0 then 'de' else 'en' end, 'open-link', i,
                case when i %% 7 = 0 then 'going' else 'completed' end, i,
                timestamptz '2031-05-01 10:00Z' + i * interval '1 s', timestamptz '2031-05-01 10:05Z' + i * interval '1 s',
                timestamptz '2031-05-01 10:00:10Z' + i * interval '1 s',
                case when i %% 7 = 0 then null else timestamptz '2031-05-01 10:05Z' + i * interval '1 s' end
            from generate_series(1, %1$d) i, edition e;
            insert into session_task select id, 'coherence', 'latin-square', 20, 4, id %% 4, '{}', '{}' from study_session;
            insert into session_trial select id, 'trial-coherence-' || p, 'coherence', 'main', 0, p, 'etude-' || p, null, null
            from study_session, generate_series(1, 8) p;
            insert into session_slot select id, 'trial-coherence-' || p, 'A', 1, 'judged', edition, 'etude-' || p,
                (array ['performed', 'vocoded', 'translated', 'exchanged'])[(id + p) %% 4 + 1]
            from study_session, generate_series(1, 8) p;
            insert into answer (session_id, edition, place, step, key, given, plays, took_ms, saved_at)
            select id, edition, p + 2, 'trial-coherence-' || p, md5(id || ' ' || p)::uuid, '{"values":{}}',
                '[{"at":500,"kind":"started","slot":"A","position":0},{"at":5500,"kind":"ended","slot":"A","position":5}]',
                5000 + p * 100 + id %% 1000, begun_at + p * interval '20 s'
            from study_session, generate_series(1, 8) p;
            insert into answer (session_id, edition, place, step, key, given, took_ms, saved_at)
            select id, edition, 11, 'questionnaire-afterwards', md5('q' || id)::uuid,
                jsonb_build_object('values', jsonb_build_object('plays', 'now', 'noticed',
                    (array ['=1+1', 'one, "two"' || chr(10) || 'three', '', '-', 'Ünïcode', 'NA'])[id %% 6 + 1])),
                9000, begun_at + interval '200 s'
            from study_session where status = 'completed';
            insert into rating (answer_id, session_id, step, key, slot, number)
            select a.id, a.session_id, a.step, k, 'A', (a.session_id * 7 + a.place * 3 + length(k)) %% 5 + 1
            from answer a, unnest(array ['emotional-coherence', 'semantic-coherence', 'quality']) k where a.place < 11;
            insert into check_outcome select id, 'heard', p,
                case when id %% 10 = 0 and p <= 3 then 'failed' else 'passed' end, 'Made.'
            from study_session, generate_series(1, 8) p where status = 'completed';
            set session_replication_role = default;
            analyze;
            """;

    private final DataFolder folder;
    private final EmbeddedDatabase database;
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    public MadeData(Path path, int sessions) throws IOException, SQLException {
        folder = DataFolder.take(path);
        database = EmbeddedDatabase.start(folder);
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:db/migration")
                .load()
                .migrate();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            publish(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL.formatted(sessions));
            }
            connection.commit();
        }
    }

    public DataSource source() {
        return source;
    }

    private static void publish(Connection connection) throws SQLException {
        Study study = Examples.study("etudes");
        SortedMap<Stimulus, Digest> files = new TreeMap<>();
        for (Stimulus stimulus : Stimulus.of(study)) {
            files.put(stimulus, Digest.of(stimulus.toString().getBytes(StandardCharsets.UTF_8)));
        }
        Edition edition = Edition.first(study, files);
        set(connection, "insert into study (slug, title, created_at) values ('etudes', 'Made', now())");
        set(
                connection,
                "insert into edition (digest, study_id, version, frozen, document, state, published_at)"
                        + " select ?, id, 1, ?, 'id: etudes', 'open', timestamptz '2031-05-01 00:00Z' from study",
                edition.digest().hex(),
                edition.bytes());
        for (Stimulus stimulus : files.keySet()) {
            set(
                    connection,
                    "insert into stimulus (edition, item, condition, sha256, media_type, bytes, seconds, loudness)"
                            + " values (?, ?, ?, ?, 'video/mp4', 4096, 5, -23.1)",
                    edition.digest().hex(),
                    stimulus.item().text(),
                    stimulus.condition().text(),
                    files.get(stimulus).hex());
        }
    }

    static void set(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        folder.close();
    }
}
