package org.antiphon.study.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.clip.Seed;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.Ending;
import org.antiphon.study.session.Given;
import org.antiphon.study.session.Session;
import org.antiphon.study.session.assignment.Assignment;

/** Sessions as they are kept: read together with their answers, from which everything else follows. */
@ApplicationScoped
class Visits {

    private final Sql sql;
    private final Editions editions;
    private final Draws draws;
    private final Remembered remembered;
    private final ObjectMapper json;

    @Inject
    Visits(Sql sql, Editions editions, Draws draws, Remembered remembered, ObjectMapper json) {
        this.sql = sql;
        this.editions = editions;
        this.draws = draws;
        this.remembered = remembered;
        this.json = json;
    }

    /** The session of that token. */
    Optional<Visit> find(String token) {
        return one("token = ?", token);
    }

    /** The session of that token, held against other requests until the transaction ends; a sign of life at that time. */
    Optional<Visit> hold(String token, Instant now) {
        return sql.row(
                        this::row,
                        "update study_session set seen_at = case status when 'going' then greatest(seen_at, ?)"
                                + " else seen_at end where token = ? returning *",
                        now,
                        token)
                .map(this::complete);
    }

    /** The session that was begun with that key of a page. */
    Optional<Visit> begunWith(long study, UUID key) {
        return one("study_id = ? and begin_key = ?", study, key);
    }

    Optional<Visit> invited(long invitation) {
        return one("invitation_id = ?", invitation);
    }

    Optional<Visit> participant(long study, String participant) {
        return one("study_id = ? and participant = ?", study, participant);
    }

    boolean withdrawn(String tokenSha256) {
        return sql.row(row -> true, "select 1 from withdrawal where token_sha256 = ?", tokenSha256)
                .isPresent();
    }

    private Optional<Visit> one(String where, Object... values) {
        return sql.row(this::row, "select * from study_session where " + where, values)
                .map(this::complete);
    }

    /** What a row says by itself; answers and assignment are read after it, on the same connection. */
    private record Row(
            long id,
            String token,
            String code,
            Digest edition,
            String language,
            String way,
            long seed,
            String status,
            String endedBy,
            Long number,
            Instant begun) {}

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("token"),
                row.getString("withdrawal_code"),
                new Digest(row.getString("edition")),
                row.getString("language"),
                row.getString("way"),
                row.getLong("seed"),
                row.getString("status"),
                row.getString("ended_by"),
                row.getObject("number", Long.class),
                Sql.instant(row, "begun_at"));
    }

    private Visit complete(Row row) {
        Published published = editions.get(row.edition());
        Remembered.Past past = past(row, published);
        // all other endings follow from the answers
        Optional<Ending> ended =
                row.status().equals("over-quota") ? Optional.of(overQuota(row.endedBy())) : Optional.empty();
        Session session = new Session(
                published.study(),
                new Language(row.language()),
                new Seed(row.seed()),
                past.assignment(),
                past.given(),
                ended);
        return new Visit(
                row.id(),
                row.token(),
                row.code(),
                published,
                row.way(),
                row.status(),
                session,
                past.saved(),
                row.begun());
    }

    /** What is remembered, and what has come since. */
    private Remembered.Past past(Row row, Published published) {
        Remembered.Past before = remembered.of(row.id());
        List<Given> given = new ArrayList<>(before.given());
        List<Visit.Saved> saved = new ArrayList<>(before.saved());
        saved.addAll(sql.rows(
                answer -> {
                    given.add(given(published, answer));
                    return new Visit.Saved(
                            answer.getObject("key", UUID.class),
                            answer.getString("step"),
                            Sql.instant(answer, "saved_at"));
                },
                "select * from answer where session_id = ? and place > ? order by place",
                row.id(),
                before.saved().size()));
        Optional<Assignment> assignment = before.assignment()
                .or(() -> Optional.ofNullable(row.number()).map(number -> draws.read(row.id(), number)));
        Remembered.Past past = new Remembered.Past(assignment, given, saved);
        remembered.keep(row.id(), past);
        return past;
    }

    private Given given(Published published, ResultSet answer) throws SQLException {
        String step = answer.getString("step");
        Duration took = Duration.ofMillis(answer.getLong("took_ms"));
        return new Given(
                step,
                AnswerJson.read(
                        published.study(),
                        step,
                        tree(answer.getString("given")),
                        AnswerJson.readPlays(tree(answer.getString("plays"))),
                        took));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }

    private static Ending overQuota(String by) {
        String[] parts = by.split("/", 2);
        return new Ending.OverQuota(new Id(parts[0]), new Id(parts[1]));
    }

    /** Writes down the session that begins. */
    Visit begin(Newcomer newcomer) {
        long id = sql.row(
                        row -> row.getLong(1),
                        """
                insert into study_session (token, withdrawal_code, begin_key, study_id, edition, language, way,
                    invitation_id, participant, seed, device, begun_at, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning id""",
                        newcomer.token(),
                        newcomer.withdrawalCode(),
                        newcomer.key(),
                        newcomer.published().studyId(),
                        newcomer.published().digest().hex(),
                        newcomer.language().tag(),
                        newcomer.way(),
                        newcomer.invitation().orElse(null),
                        newcomer.participant().orElse(null),
                        newcomer.seed().value(),
                        newcomer.device().orElse(null),
                        newcomer.at(),
                        newcomer.at())
                .orElseThrow();
        Published published = newcomer.published();
        return new Visit(
                id,
                newcomer.token(),
                newcomer.withdrawalCode(),
                published,
                newcomer.way(),
                "going",
                Session.begin(published.study(), newcomer.language(), newcomer.seed()),
                List.of(),
                newcomer.at());
    }

    /** Somebody who begins. */
    record Newcomer(
            String token,
            String withdrawalCode,
            UUID key,
            Published published,
            Language language,
            String way,
            Optional<Long> invitation,
            Optional<String> participant,
            Seed seed,
            Optional<String> device,
            Instant at) {}

    /** Notes a sign of life; false if there is no such session. */
    boolean seen(String token, Instant now) {
        return sql.change("update study_session set seen_at = greatest(seen_at, ?) where token = ?", now, token) > 0;
    }

    void speak(Visit visit, Language language) {
        sql.change("update study_session set language = ? where id = ?", language.tag(), visit.id());
    }

    /** The number of the next draw of an edition; only for whoever takes its turn. */
    long nextNumber(Published published) {
        return sql.row(
                        row -> row.getLong(1),
                        "select coalesce(max(number), 0) + 1 from study_session where edition = ?",
                        published.digest().hex())
                .orElseThrow();
    }

    void drawn(Visit visit, Assignment assignment, Instant now) {
        sql.change(
                "update study_session set number = ?, drawn_at = ? where id = ?", assignment.number(), now, visit.id());
        draws.write(visit, assignment);
    }

    void end(Visit visit, String status, String by, Instant now) {
        sql.change(
                "update study_session set status = ?, ended_by = ?, ended_at = ?, seen_at = ? where id = ?",
                status,
                by,
                now,
                now,
                visit.id());
    }
}
