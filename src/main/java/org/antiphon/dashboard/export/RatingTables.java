package org.antiphon.dashboard.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antiphon.dashboard.export.DataFile.Reference;
import org.antiphon.dashboard.reading.PageRecord;
import org.antiphon.dashboard.reading.RatingRecord;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.study.session.answer.Forms;

/** What was answered on the pages of tasks: long, wide, and as comparisons. */
final class RatingTables {

    private static final List<String> PARADIGMS =
            List.of("rating", "mushra", "multi-stimulus", "preference", "abx", "match", "intention");
    private static final List<String> PURPOSES = List.of("main", "training", "repeated", "planted");

    private final Snapshot snapshot;
    private final Levels levels;

    /** @param snapshot of the sessions and pages that are wanted */
    RatingTables(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.levels = new Levels(snapshot.editions());
    }

    static Reference toSessions() {
        return new Reference(List.of("participant"), "sessions");
    }

    private static Reference toStimuli() {
        return new Reference(List.of("edition", "item", "condition"), "stimuli");
    }

    static Column<SessionRecord> participant() {
        return Column.text(
                "participant",
                "Pseudonym of the participant; the same in every file and export of the study.",
                SessionRecord::participant);
    }

    static Column<SessionRecord> edition() {
        return Column.whole("edition", "", "Version of the study that was taken, from 1.", SessionRecord::version);
    }

    static Column<SessionRecord> counted() {
        return Column.truth(
                "counted",
                "Whether the session is part of the analysis: completed and not excluded, unless decided by hand.",
                SessionRecord::counted);
    }

    private List<Column<RatingRecord>> about() {
        List<Column<RatingRecord>> columns = new ArrayList<>();
        columns.add(participant().of(RatingRecord::session));
        columns.add(edition().of(RatingRecord::session));
        columns.add(counted().of(RatingRecord::session));
        columns.add(Column.levels("task", levels.tasks(), "Task of the study.", RatingRecord::task));
        columns.add(Column.levels("paradigm", PARADIGMS, "What is done in the task.", RatingRecord::paradigm));
        columns.add(purpose().of(RatingRecord::page));
        columns.add(Column.whole("attempt", "", "Attempt of a training, from 1; 0 elsewhere.", row -> row.page()
                .attempt()));
        columns.add(Column.whole(
                "page",
                "",
                "Number of the page within task and attempt, from 1 in the order this participant saw them.",
                row -> row.page().number()));
        columns.add(Column.levels("item", levels.items(), "The performance.", RatingRecord::item));
        return columns;
    }

    static Column<PageRecord> purpose() {
        return Column.levels(
                "purpose",
                PURPOSES,
                "main: what the study asks for; training; repeated: shown again to see whether the answer is the same; "
                        + "planted: the right answer is known.",
                PageRecord::purpose);
    }

    private Column<RatingRecord> condition(String name, String meaning, Function<RatingRecord, Object> value) {
        return Column.levels(name, levels.conditions(), meaning, value);
    }

    private static Column<RatingRecord> took() {
        return Column.whole(
                "took_ms",
                "ms",
                "From the page being shown to its answer, the same for all values of the page.",
                row -> row.took().isPresent() ? row.took().getAsLong() : null);
    }

    private static Column<RatingRecord> saved() {
        return Column.time("saved_at", "When the answer was saved.", RatingRecord::saved);
    }

    /** One row a value. */
    DataFile<RatingRecord> longTable() {
        List<Column<RatingRecord>> columns = about();
        columns.add(condition(
                "condition",
                "The condition that was judged, or chosen; missing where there was no difference.",
                row -> row.condition().orElse(null)));
        columns.add(condition("condition_a", "Where two clips were compared: what A was.", row -> row.conditionA()
                .orElse(null)));
        columns.add(condition("condition_b", "Where two clips were compared: what B was.", row -> row.conditionB()
                .orElse(null)));
        columns.add(condition(
                "condition_x", "In ABX: what X was.", row -> row.conditionX().orElse(null)));
        columns.add(Column.text("slot", "Letter of the clip on the page.", row -> row.slot()
                .map(PageRecord.SlotRecord::slot)
                .orElse(null)));
        columns.add(Column.whole("place", "", "Place of the clip on the page, from 1.", row -> row.slot()
                .map(PageRecord.SlotRecord::place)
                .orElse(null)));
        columns.add(Column.levels(
                "scale",
                levels.scales(),
                "What was asked: a scale of the study; score: 0 to 100 beside other clips; choice between clips; "
                        + "intention; affect; gems.…: a feeling of GEMS-9.",
                RatingRecord::scale));
        columns.add(Column.text(
                "key", "Name of the value on its page: the scale, or the letter of its clip.", RatingRecord::key));
        columns.add(Column.number(
                "value",
                "",
                "The number that was given; higher is more. Missing where something was chosen.",
                row -> row.number().isPresent() ? row.number().getAsDouble() : null));
        columns.add(Column.text(
                "choice",
                "What was chosen: A or B or tie, or an option. Missing where a number was given.",
                row -> row.choice().orElse(null)));
        columns.add(Column.whole(
                "valence",
                "",
                "On the affect grid, from 1, unpleasant to pleasant.",
                row -> row.valence().isPresent() ? row.valence().getAsInt() : null));
        columns.add(Column.whole(
                "arousal",
                "",
                "On the affect grid, from 1, calm to excited.",
                row -> row.arousal().isPresent() ? row.arousal().getAsInt() : null));
        columns.add(Column.levels(
                "intended",
                levels.intentions(),
                "What the performer meant to express.",
                row -> row.session().edition().intention(row.item()).orElse(null)));
        columns.add(Column.truth(
                "correct", "Whether the choice was right, in abx, match and intention.", row -> row.correct()
                        .orElse(null)));
        columns.add(took());
        columns.add(saved());
        return new DataFile<>(
                "ratings",
                "Ratings, one row a value",
                "Each value that was given on a page of a task, with what it is about. The file to begin with: what "
                        + "lme4, ordinal or statsmodels take.",
                columns,
                List.of("participant", "task", "attempt", "page", "key"),
                List.of(toSessions()),
                snapshot::ratings);
    }

    /** One row a clip that was judged; one column a scale. */
    DataFile<List<RatingRecord>> wide() {
        List<Column<List<RatingRecord>>> columns = new ArrayList<>();
        about().forEach(column -> columns.add(column.of(row -> row.get(0))));
        columns.add(condition("condition", "The condition that was judged.", row -> row.condition()
                        .orElse(null))
                .of(row -> row.get(0)));
        columns.add(Column.whole("place", "", "Place of the clip on the page, from 1.", row -> row.get(0)
                .slot()
                .map(PageRecord.SlotRecord::place)
                .orElse(null)));
        for (String scale : levels.scales()) {
            if (!scale.equals(Forms.CHOICE)) {
                columns.addAll(scale(scale));
            }
        }
        columns.add(took().of(row -> row.get(0)));
        columns.add(saved().of(row -> row.get(0)));
        return new DataFile<>(
                "ratings-wide",
                "Ratings, one row a clip",
                "Each clip that a participant judged, with one column for each scale: for comparing scales with each "
                        + "other. Comparisons of two clips are in the file comparisons.",
                columns,
                List.of("participant", "task", "attempt", "page", "place"),
                List.of(toSessions(), toStimuli()),
                each -> new Grouping(each).of(snapshot));
    }

    private List<Column<List<RatingRecord>>> scale(String scale) {
        String name = Levels.column(scale);
        if (scale.equals(Forms.AFFECT)) {
            return List.of(
                    Column.whole(
                            "valence",
                            "",
                            "On the affect grid, from 1, unpleasant to pleasant.",
                            row -> find(row, scale, one -> one.valence().getAsInt())),
                    Column.whole(
                            "arousal",
                            "",
                            "On the affect grid, from 1, calm to excited.",
                            row -> find(row, scale, one -> one.arousal().getAsInt())));
        }
        if (scale.equals(Forms.INTENTION)) {
            return List.of(
                    Column.text(
                            "intention",
                            "What the performer was thought to have meant.",
                            row -> find(row, scale, one -> one.choice().orElse(null))),
                    Column.levels("intended", levels.intentions(), "What the performer meant.", row -> row.get(0)
                            .session()
                            .edition()
                            .intention(row.get(0).item())
                            .orElse(null)));
        }
        return List.of(Column.number(
                "scale_" + name,
                "",
                "The number given on " + scale + ".",
                row -> find(row, scale, one -> one.number().getAsDouble())));
    }

    private static Object find(List<RatingRecord> row, String scale, Function<RatingRecord, Object> value) {
        return row.stream()
                .filter(one -> one.scale().equals(scale))
                .findFirst()
                .map(value)
                .orElse(null);
    }

    /** Puts together the values that one clip was given on one page; they come one after the other. */
    private static final class Grouping {

        private final Consumer<List<RatingRecord>> each;
        private final Map<String, List<RatingRecord>> page = new HashMap<>();
        private PageRecord current;

        Grouping(Consumer<List<RatingRecord>> each) {
            this.each = each;
        }

        void of(Snapshot snapshot) {
            snapshot.ratings(rating -> {
                if (rating.page() != current) {
                    flush();
                    current = rating.page();
                }
                if (!rating.key().equals(Forms.CHOICE)) {
                    page.computeIfAbsent(
                                    rating.slot()
                                            .map(PageRecord.SlotRecord::slot)
                                            .orElse(""),
                                    slot -> new ArrayList<>())
                            .add(rating);
                }
            });
            flush();
        }

        private void flush() {
            page.keySet().stream().sorted().forEach(slot -> each.accept(page.get(slot)));
            page.clear();
        }
    }

    /** One row a comparison of two clips. */
    DataFile<RatingRecord> comparisons() {
        List<Column<RatingRecord>> columns = about();
        columns.add(
                condition("condition_a", "What A was.", row -> row.conditionA().orElse(null)));
        columns.add(
                condition("condition_b", "What B was.", row -> row.conditionB().orElse(null)));
        columns.add(condition(
                "condition_x", "In ABX: what X was.", row -> row.conditionX().orElse(null)));
        columns.add(Column.levels("choice", List.of("A", "B", "tie"), "What was chosen.", row -> row.choice()
                .orElse(null)));
        columns.add(condition("chosen", "The condition that was chosen; missing for a tie.", row -> row.condition()
                .orElse(null)));
        columns.add(Column.truth("correct", "Whether the choice was right, in abx and match.", row -> row.correct()
                .orElse(null)));
        columns.add(took());
        columns.add(saved());
        return new DataFile<>(
                "comparisons",
                "Comparisons of two clips",
                "Each page on which one of two clips was chosen: what models of paired comparisons (Bradley-Terry) take.",
                columns,
                List.of("participant", "task", "attempt", "page"),
                List.of(toSessions()),
                each -> snapshot.ratings(rating -> {
                    if (rating.key().equals(Forms.CHOICE)) {
                        each.accept(rating);
                    }
                }));
    }
}
