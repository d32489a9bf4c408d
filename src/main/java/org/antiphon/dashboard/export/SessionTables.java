package org.antiphon.dashboard.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.antiphon.dashboard.reading.CheckRecord;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.FormRecord;
import org.antiphon.dashboard.reading.PlayRecord;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StepRecord;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;

/** Who took part, and what they did besides answering tasks. */
final class SessionTables {

    /** Sessions whose checks and answers are held at a time. */
    private static final int TOGETHER = 64;

    private static final List<String> STATUSES =
            List.of("completed", "going", "declined", "screened-out", "over-quota");

    private final Snapshot everyone;
    private final Snapshot wanted;
    private final ExportOrder order;
    private final Levels levels;

    /**
     * @param everyone all sessions of the editions
     * @param wanted those whose answers are wanted
     */
    SessionTables(Snapshot everyone, Snapshot wanted, ExportOrder order) {
        this.everyone = everyone;
        this.wanted = wanted;
        this.order = order;
        this.levels = new Levels(everyone.editions());
    }

    /** A session with the worst outcome of each check and its answers to questionnaires, both by column. */
    private record Row(SessionRecord session, Map<String, String> checks, Map<String, FormRecord> answers) {}

    DataFile<?> sessions() {
        List<Column<Row>> columns = new ArrayList<>();
        about().forEach(column -> columns.add(column.of(Row::session)));
        for (String check : levels.checks()) {
            String name = "check__" + Levels.column(check);
            columns.add(Column.levels(
                    name,
                    List.of("passed", "failed", "not-run"),
                    "What became of the check " + check + "; failed if it failed on any page.",
                    row -> row.checks().get(name)));
        }
        questions().forEach((name, asked) -> {
            if (order.words() || !(asked.question() instanceof Question.Words)) {
                columns.add(question(name, asked));
            }
        });
        return new DataFile<>(
                "sessions",
                "Participants",
                "Everybody who began, one row each, counted or not, with the outcomes of checks and the answers to "
                        + "questionnaires. Whoever took everything back is not here.",
                columns,
                List.of("participant"),
                List.of(),
                this::rows);
    }

    private List<Column<SessionRecord>> about() {
        return List.of(
                RatingTables.participant(),
                RatingTables.edition(),
                RatingTables.counted(),
                Column.levels("status", STATUSES, "How the session ended; going: it has not.", SessionRecord::status),
                Column.text(
                        "ended_by",
                        "The exclusion rule that ended it, or questionnaire/question of a full quota.",
                        session -> session.endedBy().orElse(null)),
                Column.text(
                        "not_counted_because",
                        "rule, hand, or the status; missing where it counts by itself.",
                        session -> blankIsMissing(session.standing().cause())),
                Column.text(
                        "reason",
                        "Why it does not count, or does after all, in words.",
                        session -> blankIsMissing(session.standing().reason())),
                Column.text(
                        "rules",
                        "Exclusion rules that apply, with spaces between.",
                        session -> blankIsMissing(
                                String.join(" ", session.standing().rules()))),
                Column.text(
                        "flags",
                        "Rules that mark the session without excluding it, with spaces between.",
                        session -> blankIsMissing(
                                String.join(" ", session.standing().flags()))),
                Column.levels("language", levels.languages(), "Language of the pages.", SessionRecord::language),
                Column.levels(
                        "way",
                        List.of("open-link", "invitations", "prolific"),
                        "How the participant came.",
                        SessionRecord::way),
                Column.whole(
                        "draw",
                        "",
                        "Number of the assignment that was drawn, from 1; missing before that.",
                        session -> session.number().orElse(null)),
                Column.time("begun_at", "When the session began.", SessionRecord::begun),
                Column.time(
                        "ended_at", "When it ended.", session -> session.ended().orElse(null)),
                Column.number("minutes", "min", "From begin to end, breaks included.", session -> session.ended()
                        .map(end ->
                                Math.round((end.toEpochMilli() - session.begun().toEpochMilli()) / 600.0) / 100.0)
                        .orElse(null)));
    }

    private static String blankIsMissing(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A question, and its words in the first language of its study. */
    private record Asked(Question question, String words) {}

    /** By column, the questions of all editions. */
    private Map<String, Asked> questions() {
        Map<String, Asked> questions = new LinkedHashMap<>();
        for (EditionRecord edition : everyone.editions()) {
            for (Questionnaire questionnaire : edition.study().questionnaires()) {
                for (Question question : questionnaire.questions()) {
                    String words =
                            question.question().in(edition.study().languages().get(0));
                    questions.putIfAbsent(
                            column(questionnaire.id().text(), question.id().text()), new Asked(question, words));
                }
            }
        }
        return questions;
    }

    private static String column(String questionnaire, String question) {
        return Levels.column(questionnaire) + "__" + Levels.column(question);
    }

    private static Column<Row> question(String name, Asked asked) {
        Question question = asked.question();
        boolean number = question instanceof Question.Amount || question instanceof Question.Points;
        List<String> options = question instanceof Question.Choice choice
                ? choice.options().stream().map(option -> option.id().text()).toList()
                : List.of();
        String meaning = (question instanceof Question.Words ? "Free text; look through it before you publish. " : "")
                + "Answer to: " + asked.words().strip().replaceAll("\\s+", " ")
                + (question instanceof Question.Choices ? " Options with spaces between." : "");
        return new Column<>(name, number ? Column.Type.NUMBER : Column.Type.TEXT, "", options, meaning, row -> {
            FormRecord answer = row.answers().get(name);
            if (answer == null) {
                return null;
            }
            String text = String.join(" ", answer.values());
            return number ? (Object) Double.valueOf(text) : text;
        });
    }

    private void rows(Consumer<Row> each) {
        List<SessionRecord> all = everyone.sessions();
        for (int i = 0; i < all.size(); i += TOGETHER) {
            Snapshot some = everyone.among(all.subList(i, Math.min(all.size(), i + TOGETHER)), false);
            Map<Long, Row> rows = new LinkedHashMap<>();
            some.sessions()
                    .forEach(session -> rows.put(session.row(), new Row(session, new HashMap<>(), new HashMap<>())));
            some.checks(check -> rows.get(check.session().row())
                    .checks()
                    .merge("check__" + Levels.column(check.check()), check.outcome(), SessionTables::worse));
            some.forms(form -> rows.get(form.session().row())
                    .answers()
                    .put(column(form.questionnaire(), form.question().id().text()), form));
            rows.values().forEach(each);
        }
    }

    private static String worse(String one, String other) {
        List<String> worst = List.of("failed", "passed", "not-run");
        return worst.indexOf(one) <= worst.indexOf(other) ? one : other;
    }

    DataFile<FormRecord> answers() {
        return new DataFile<>(
                "answers",
                "Answers to questionnaires, one row each",
                "The same answers as in the file sessions, one row for each question.",
                List.of(
                        RatingTables.participant().of(FormRecord::session),
                        Column.levels(
                                "questionnaire",
                                levels.questionnaires(),
                                "Questionnaire of the study.",
                                FormRecord::questionnaire),
                        Column.text("question", "Question of the questionnaire.", form -> form.question()
                                .id()
                                .text()),
                        Column.levels(
                                "kind",
                                List.of("choice", "choices", "words", "number", "likert"),
                                "Kind of the question.",
                                FormRecord::kind),
                        Column.text(
                                "answer",
                                "The option, the number or the words; several options with spaces between.",
                                form -> String.join(" ", form.values())),
                        Column.time("saved_at", "When it was saved.", FormRecord::saved)),
                List.of("participant", "questionnaire", "question"),
                List.of(RatingTables.toSessions()),
                each -> wanted.forms(form -> {
                    if (order.words() || !(form.question() instanceof Question.Words)) {
                        each.accept(form);
                    }
                }));
    }

    DataFile<CheckRecord> checks() {
        return new DataFile<>(
                "checks",
                "Outcomes of checks",
                "What became of each check, one row for each time it was looked at.",
                List.of(
                        RatingTables.participant().of(CheckRecord::session),
                        Column.levels("check", levels.checks(), "Check of the study.", CheckRecord::check),
                        Column.text("kind", "Kind of the check.", CheckRecord::kind),
                        Column.whole(
                                "place",
                                "",
                                "Which one, from 1, of those that look at several pages.",
                                check -> check.place()),
                        Column.levels(
                                "outcome",
                                List.of("passed", "failed", "not-run"),
                                "not-run: nothing is known.",
                                CheckRecord::outcome),
                        Column.text("reason", "Why, as a sentence.", CheckRecord::reason)),
                List.of("participant", "check", "place"),
                List.of(RatingTables.toSessions()),
                wanted::checks);
    }

    DataFile<StepRecord> steps() {
        return new DataFile<>(
                "steps",
                "Steps that were taken",
                "Each page that a participant answered, in their order: for drop-out and time.",
                List.of(
                        RatingTables.participant().of(StepRecord::session),
                        Column.whole("place", "", "From 1 for the first of the session.", StepRecord::place),
                        Column.text("step", "Name of the step.", StepRecord::step),
                        Column.whole(
                                "took_ms",
                                "ms",
                                "From being shown to being answered.",
                                step -> step.took().isPresent() ? step.took().getAsLong() : null),
                        Column.number(
                                "since_begin_s",
                                "s",
                                "From the begin of the session to the answer.",
                                step -> (step.saved().toEpochMilli()
                                                - step.session().begun().toEpochMilli())
                                        / 1000.0),
                        Column.time("saved_at", "When the answer was saved.", StepRecord::saved)),
                List.of("participant", "place"),
                List.of(RatingTables.toSessions()),
                wanted::steps);
    }

    DataFile<PlayRecord> plays() {
        return new DataFile<>(
                "plays",
                "Log of what was played",
                "Each event of a clip while a page was shown, as the participant's browser told it.",
                List.of(
                        RatingTables.participant().of(PlayRecord::session),
                        Column.levels("task", levels.tasks(), "Task of the study.", play -> play.page()
                                .task()),
                        RatingTables.purpose().of(PlayRecord::page),
                        Column.whole("attempt", "", "Attempt of a training, from 1; 0 elsewhere.", play -> play.page()
                                .attempt()),
                        Column.whole("page", "", "Number of the page within task and attempt.", play -> play.page()
                                .number()),
                        Column.levels("item", levels.items(), "The performance.", play -> play.page()
                                .item()),
                        Column.levels("condition", levels.conditions(), "What was played.", play -> play.condition()
                                .orElse(null)),
                        Column.text("slot", "Letter of the clip on the page.", PlayRecord::slot),
                        Column.whole("event", "", "Number of the event on the page, from 1.", PlayRecord::index),
                        Column.levels(
                                "kind",
                                List.of("started", "playing", "stopped", "ended"),
                                "playing: still, told about once a second.",
                                PlayRecord::kind),
                        Column.number("position_s", "s", "Where in the clip.", PlayRecord::position),
                        Column.whole("at_ms", "ms", "Since the page was shown.", PlayRecord::at)),
                List.of("participant", "task", "attempt", "page", "event"),
                List.of(RatingTables.toSessions()),
                wanted::plays);
    }
}
