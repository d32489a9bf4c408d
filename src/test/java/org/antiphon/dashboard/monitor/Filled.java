package org.antiphon.dashboard.monitor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;

/**
 * Fills a database with a study that many have taken, as fast as the database can: a hundred pages with two ratings each. One
 * in thirty does not listen, one in ten goes away. Rows are the same for the same number of sessions.
 */
public final class Filled {

    /** Ratings of somebody who completes it. */
    public static final int RATINGS = 200;

    private static final String HEAD = """
            format: 1
            id: %s
            languages: [en]
            title: A study that many have taken
            presentation: {medium: video, longest: 6}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: vocoded, kind: vocoded, vocoder: etude}
              - {id: translated, kind: model, model: etude, seed: 7}
              - {id: retold, kind: model, model: etude, seed: 8}
              - {id: exchanged, kind: shuffled, of: performed}
            items:
            """;

    private static final String TAIL = """
            scales:
              - {id: quality, kind: acr, attribute: quality, question: How good is the sound?}
              - {id: emotion, kind: likert, attribute: emotional-coherence, points: 7, question: Same emotion?, low: "no", high: "yes"}
            tasks:
              - id: main
                paradigm: {kind: rating, scales: [quality, emotion]}
                assignment: {kind: everything, seed: 1}
            checks:
              - {id: heard, kind: listening, task: main, share: 0.9}
              - {id: pace, kind: speed, task: main, fastest: 3}
              - {id: same, kind: straight-lining, task: main, run: 20}
            questionnaires:
              - id: you
                questions:
                  - {id: plays, kind: choice, question: Do you play?, options: [{id: never, label: Never}, {id: often, label: Often}]}
            consent: {text: You hear and see performances. Nothing else is kept.}
            flow:
              - kind: consent
              - {kind: questionnaire, questionnaire: you}
              - {kind: trials, task: main}
            exclusions:
              - {id: hasty, kind: failed-check, check: pace, then: flag}
            recruitment: {target: %d, ways: [{kind: open-link}]}
            """;

    private static final String SESSIONS = """
            insert into study_session (token, withdrawal_code, begin_key, study_id, edition, language, way, seed, status,
                ended_by, number, device, begun_at, seen_at, drawn_at, ended_at)
            select translate(left(md5('t' || $SLUG || n), 20), '0189', 'qrst'), translate(left(md5('w' || $SLUG || n), 16), '0189', 'qrst'),
                md5('k' || $SLUG || n)::uuid, $STUDY, '$EDITION', 'en', 'open-link', n, status,
                case status when 'screened-out' then 'hasty' end, n,
                jsonb_build_object('browser', 'Firefox ' || n % 9, 'width', 1280, 'height', 800, 'touch', false, 'zone', 'Europe/Berlin'),
                begun, begun + interval '8 seconds' * pages, begun, case status when 'going' then null else begun + interval '8 seconds' * pages end
            from (select n, pages, begun, case when pages < 100 and n % 50 = 0 then 'declined' when pages < 100 then 'going' else 'completed' end as status
                from (select n, case when n % 10 = 0 then n / 10 % 97 else 100 end as pages,
                    case when n % 200 = 10 then now() - interval '6 minutes' else now() - interval '15 days' + interval '1 second' * (n::bigint * 86400 * 14 / $COUNT) end as begun
                    from generate_series(1, $COUNT) n) x) y""";

    private static final String[] REST = {
        """
        create temporary table walked on commit drop as
            select id, number as n, begun_at, case when number % 10 = 0 then (number / 10 % 97)::int else 100 end as pages, number % 30 = 7 as cheats
            from study_session where edition = '$EDITION'""",
        "insert into session_task select id, 'main', 'everything', 1, 1, 0, '{}', '{}' from walked",
        """
        insert into session_trial select id, 'trial-main-' || p, 'main', 'main', 0, p, 'item' || (p + n) % 20, null, null
        from walked, generate_series(1, 100) p""",
        """
        insert into session_slot select id, 'trial-main-' || p, 'A', 1, 'judged', '$EDITION', 'item' || (p + n) % 20,
            (array['performed', 'vocoded', 'translated', 'retold', 'exchanged'])[1 + ((p - 1) / 20 + n) % 5]
        from walked, generate_series(1, 100) p""",
        """
        insert into answer (session_id, edition, place, step, key, given, plays, took_ms, claimed_ms, saved_at)
        select id, '$EDITION', p + 2, case p when -1 then 'consent' when 0 then 'questionnaire-you' else 'trial-main-' || p end,
            md5(id || ' ' || p)::uuid,
            case p when -1 then '{"agreed": true}'::jsonb when 0 then '{"values": {"plays": "often"}}'::jsonb
                else jsonb_build_object('values', jsonb_build_object('quality', case when cheats then 3 else 1 + abs(hashint8(id * 101 + p)) % 5 end,
                    'emotion', case when cheats then 4 else 1 + abs(hashint8(id * 103 + p)) % 7 end)) end,
            case when p < 1 or cheats then '[]'::jsonb else jsonb_build_array(
                jsonb_build_object('slot', 'A', 'kind', 'started', 'position', 0, 'at', 300),
                jsonb_build_object('slot', 'A', 'kind', 'ended', 'position', 5, 'at', 5300)) end,
            case when cheats then 700 + p else 6000 + abs(hashint8(id * 107 + p)) % 6000 + 8000 / (p + 2) end, null,
            begun_at + interval '8 seconds' * (p + 1)
        from walked, generate_series(-1, 100) p where p <= pages""",
        """
        insert into rating (answer_id, session_id, step, key, slot, number)
        select a.id, a.session_id, a.step, k.key, 'A', (a.given -> 'values' ->> k.key)::double precision
        from answer a cross join (values ('quality'), ('emotion')) k (key)
        where a.edition = '$EDITION' and a.step like 'trial-%'""",
        """
        insert into check_outcome
        select id, 'heard', p, case when cheats then 'not-run' else 'passed' end, 'Page ' || p from walked, generate_series(1, 100) p where pages = 100
        union all select id, 'pace', 1, case when cheats then 'failed' else 'passed' end, 'The median time.' from walked where pages = 100
        union all select id, 'same', 1, case when cheats then 'failed' else 'passed' end, 'In a row.' from walked where pages = 100"""
    };

    private Filled() {}

    /** @return the slug */
    public static String fill(Connection connection, String slug, int sessions) throws SQLException {
        StringBuilder yaml = new StringBuilder(HEAD.formatted(slug));
        for (int i = 0; i < 20; i++) {
            yaml.append("  - {id: item")
                    .append(i)
                    .append(", source: {kind: etude, seed: 1, number: ")
                    .append(i + 1)
                    .append("}}\n");
        }
        yaml.append(TAIL.formatted(sessions + sessions / 5));
        Study study = ((StudyDocument.Reading.Accepted) StudyDocument.read(
                        yaml.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), Instant.now()))
                .study();
        Map<Stimulus, Digest> files = new HashMap<>();
        Stimulus.of(study)
                .forEach(stimulus -> files.put(
                        stimulus, Digest.of(stimulus.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        Edition edition = Edition.first(study, files);
        connection.setAutoCommit(false);
        long id = publish(connection, slug, edition);
        try (Statement statement = connection.createStatement()) {
            statement.execute(filled(SESSIONS, slug, id, edition, sessions));
            // references are right by construction; to look each of them up would take longer than all the rest
            statement.execute("set local session_replication_role = replica");
            for (String rest : REST) {
                statement.execute(filled(rest, slug, id, edition, sessions));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        return slug;
    }

    private static String filled(String sql, String slug, long study, Edition edition, int sessions) {
        return sql.replace("$SLUG", "'" + slug + "'")
                .replace("$STUDY", Long.toString(study))
                .replace("$EDITION", edition.digest().hex())
                .replace("$COUNT", Integer.toString(sessions));
    }

    private static long publish(Connection connection, String slug, Edition edition) throws SQLException {
        long id;
        try (PreparedStatement study = connection.prepareStatement(
                "insert into study (slug, title, created_at) values (?, 'A study that many have taken', now()) returning id")) {
            study.setString(1, slug);
            try (ResultSet row = study.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (PreparedStatement row = connection.prepareStatement(
                "insert into edition (digest, study_id, version, frozen, state, published_at) values (?, ?, 1, ?, 'open', now() - interval '15 days')")) {
            row.setString(1, edition.digest().hex());
            row.setLong(2, id);
            row.setBytes(3, edition.bytes());
            row.executeUpdate();
        }
        try (PreparedStatement row = connection.prepareStatement(
                "insert into stimulus (edition, item, condition, sha256, media_type, bytes, seconds) values (?, ?, ?, ?, 'video/mp4', 1, 5)")) {
            for (Map.Entry<Stimulus, Digest> file : edition.files().entrySet()) {
                row.setString(1, edition.digest().hex());
                row.setString(2, file.getKey().item().text());
                row.setString(3, file.getKey().condition().text());
                row.setString(4, file.getValue().hex());
                row.addBatch();
            }
            row.executeBatch();
        }
        return id;
    }
}
