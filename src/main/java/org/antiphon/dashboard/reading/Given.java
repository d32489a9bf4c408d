package org.antiphon.dashboard.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.antiphon.dashboard.reading.PageRecord.SlotRecord;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;

/** What was given in sessions, as streams. */
final class Given {

    private static final String QUESTIONNAIRE = "questionnaire-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queries queries;
    private final List<SessionRecord> sessions;
    private final PagesOf pages;
    private final Watch watch;

    Given(Queries queries, List<SessionRecord> sessions, Watch watch) {
        this.queries = queries;
        this.sessions = sessions;
        this.pages = new PagesOf(queries);
        this.watch = watch;
    }

    /** Some sessions by their rows. */
    private void batches(BiConsumer<List<Long>, Map<Long, SessionRecord>> work) {
        Batches.each(sessions, batch -> {
            Map<Long, SessionRecord> byRow = new HashMap<>();
            batch.forEach(session -> byRow.put(session.row(), session));
            work.accept(batch.stream().map(SessionRecord::row).toList(), byRow);
            watch.passed(batch.get(batch.size() - 1));
        });
    }

    /** What all values on one page have in common. */
    private record Answered(int place, PageRecord page, OptionalLong took, Instant saved) {}

    /** A value, before its session is whole and in order. */
    private record Placed(int place, RatingRecord rating) {}

    private static final Comparator<Placed> AS_GIVEN =
            Comparator.comparing(Placed::place).thenComparing(placed -> placed.rating.key());

    /**
     * Values come a session at a time and are put in order here, as answers and values that the database joins and sorts
     * by words cost it three times as much.
     */
    void ratings(Consumer<RatingRecord> each) {
        batches((rows, byRow) -> {
            Map<Long, Answered> answers = answers(rows, pages.sessions(rows));
            List<Placed> values = new ArrayList<>();
            queries.each(
                    row -> {
                        SessionRecord session = byRow.get(row.getLong("session_id"));
                        if (!values.isEmpty() && values.get(0).rating.session() != session) {
                            hand(values, each);
                        }
                        Answered answer = answers.get(row.getLong("answer_id"));
                        values.add(new Placed(answer.place, rating(row, session, answer)));
                    },
                    """
                    select session_id, answer_id, key, slot, number, choice, valence, arousal
                    from rating where session_id = any (?) order by session_id""",
                    rows);
            hand(values, each);
        });
    }

    private static void hand(List<Placed> values, Consumer<RatingRecord> each) {
        values.sort(AS_GIVEN);
        values.forEach(placed -> each.accept(placed.rating));
        values.clear();
    }

    /** The answers to pages of tasks, by their rows. */
    private Map<Long, Answered> answers(List<Long> rows, Map<Long, Map<String, PageRecord>> shown) {
        Map<Long, Answered> answers = new HashMap<>();
        queries.each(
                row -> {
                    PageRecord page = shown.getOrDefault(row.getLong("session_id"), Map.of())
                            .get(row.getString("step"));
                    if (page != null) {
                        answers.put(
                                row.getLong("id"),
                                new Answered(
                                        row.getInt("place"),
                                        page,
                                        Queries.large(row, "took_ms"),
                                        Queries.instant(row, "saved_at")));
                    }
                },
                "select id, session_id, step, place, took_ms, saved_at from answer where session_id = any (?)",
                rows);
        return answers;
    }

    private static RatingRecord rating(ResultSet row, SessionRecord session, Answered answer) throws SQLException {
        String slot = row.getString("slot");
        Optional<SlotRecord> about = slot == null ? Optional.empty() : answer.page.slot(slot);
        return new RatingRecord(
                session,
                answer.page,
                row.getString("key"),
                about,
                Queries.real(row, "number"),
                Optional.ofNullable(row.getString("choice")),
                Queries.whole(row, "valence"),
                Queries.whole(row, "arousal"),
                answer.took,
                answer.saved);
    }

    void plays(Consumer<PlayRecord> each) {
        batches((rows, byRow) -> {
            Map<Long, Map<String, PageRecord>> shown = pages.sessions(rows);
            queries.each(
                    row -> {
                        SessionRecord session = byRow.get(row.getLong("session_id"));
                        PageRecord page = shown.get(session.row()).get(row.getString("step"));
                        plays(session, page, tree(row.getString("plays")), each);
                    },
                    """
                    select session_id, step, plays::text as plays from answer
                    where session_id = any (?) and plays <> '[]' order by session_id, place""",
                    rows);
        });
    }

    private static void plays(SessionRecord session, PageRecord page, JsonNode log, Consumer<PlayRecord> each) {
        for (int i = 0; i < log.size(); i++) {
            JsonNode event = log.get(i);
            each.accept(new PlayRecord(
                    session,
                    page,
                    i + 1,
                    event.path("slot").asText(),
                    event.path("kind").asText(),
                    event.path("position").asDouble(),
                    event.path("at").asLong()));
        }
    }

    void steps(Consumer<StepRecord> each) {
        batches((rows, byRow) -> queries.each(
                row -> each.accept(new StepRecord(
                        byRow.get(row.getLong("session_id")),
                        row.getInt("place"),
                        row.getString("step"),
                        Queries.large(row, "took_ms"),
                        Queries.instant(row, "saved_at"))),
                """
                select session_id, place, step, took_ms, saved_at from answer
                where session_id = any (?) order by session_id, place""",
                rows));
    }

    void forms(Consumer<FormRecord> each) {
        batches((rows, byRow) -> queries.each(
                row -> {
                    SessionRecord session = byRow.get(row.getLong("session_id"));
                    String name = row.getString("step").substring(QUESTIONNAIRE.length());
                    JsonNode values = tree(row.getString("given")).path("values");
                    session.edition().study().questionnaires().stream()
                            .filter(one -> one.id().text().equals(name))
                            .map(Questionnaire::questions)
                            .flatMap(List::stream)
                            .filter(question -> values.has(question.id().text()))
                            .map(question -> form(session, name, question, values, row))
                            .forEach(each);
                },
                """
                select session_id, step, given::text as given, saved_at from answer
                where session_id = any (?) and step like 'questionnaire-%' order by session_id, place""",
                rows));
    }

    private static FormRecord form(
            SessionRecord session, String name, Question question, JsonNode values, ResultSet row) {
        try {
            JsonNode value = values.get(question.id().text());
            return new FormRecord(session, name, question, texts(question, value), Queries.instant(row, "saved_at"));
        } catch (SQLException e) {
            throw new IllegalStateException("an answer has a time", e);
        }
    }

    private static List<String> texts(Question question, JsonNode value) {
        if (question instanceof Question.Choices choices) {
            List<String> chosen = new ArrayList<>();
            value.forEach(one -> chosen.add(one.asText()));
            return choices.options().stream()
                    .map(option -> option.id().text())
                    .filter(chosen::contains)
                    .toList();
        }
        return List.of(value.isNumber() ? number(value.doubleValue()) : value.asText());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    void checks(Consumer<CheckRecord> each) {
        batches((rows, byRow) -> queries.each(
                row -> {
                    SessionRecord session = byRow.get(row.getLong("session_id"));
                    String check = row.getString("check_id");
                    each.accept(new CheckRecord(
                            session,
                            check,
                            session.edition().checkKind(check),
                            row.getInt("place"),
                            row.getString("outcome"),
                            row.getString("reason")));
                },
                """
                select * from check_outcome
                where session_id = any (?) order by session_id, check_id collate "C", place""",
                rows));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }
}
