package org.antiphon.dashboard.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.FormRecord;
import org.antiphon.dashboard.reading.PageRecord;
import org.antiphon.dashboard.reading.RatingRecord;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;

/**
 * The record of a study in the CSV files of webMUSHRA, so that analyses that were written for them go on working.
 *
 * <p>Strict files have its columns and nothing else: scores are whole, the open and hidden reference is called
 * {@code reference}, anchors {@code anchor35} and {@code anchor70}. Extended files add who it was, in every file, and the
 * order of pages and places, and keep scores as they were given. In both, texts of participants are disarmed as in
 * {@link Cells}. Only main pages are written, since webMUSHRA knows no others.
 *
 * <p>What a page becomes: mushra and multi-stimulus rows of {@code mushra.csv}; abx and match rows of
 * {@code paired_comparison.csv}, where the reference is X, or what belongs together; ratings rows of {@code lss.csv}, one
 * column for each scale. A preference has no reference, and an intention no scale: neither has a place in these files.
 */
final class WebMushra {

    /** One of its files. */
    enum File {
        MUSHRA("mushra"),
        PAIRED("paired_comparison"),
        LIKERT("lss");

        private final String label;

        File(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** The one that a product's name means, in either form; empty for products of another kind. */
        static Optional<File> of(String product) {
            String prefix = product.startsWith(Products.EXTENDED) ? Products.EXTENDED : Products.STRICT;
            return Stream.of(values())
                    .filter(file -> product.equals(prefix + file.label + Products.CSV))
                    .findFirst();
        }

        boolean holds(String paradigm) {
            return switch (this) {
                case MUSHRA -> paradigm.equals("mushra") || paradigm.equals("multi-stimulus");
                case PAIRED -> paradigm.equals("abx") || paradigm.equals("match");
                case LIKERT -> paradigm.equals("rating");
            };
        }
    }

    private static final int TOGETHER = 64;
    private static final String MISSING = "NA";

    private final Snapshot snapshot;
    private final File file;
    private final boolean extended;
    private final boolean words;
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> scales;
    private final boolean severalTasks;

    /** A question of a questionnaire, and what it is called here. */
    private record Asked(String questionnaire, String question, String name) {}

    /** @param snapshot the sessions that are wanted, main pages only */
    WebMushra(Snapshot snapshot, File file, boolean extended, boolean words) {
        this.snapshot = snapshot;
        this.file = file;
        this.extended = extended;
        this.words = words;
        this.scales = scales();
        this.severalTasks = snapshot.editions().stream().anyMatch(this::hasSeveralTasks);
        questions();
    }

    private boolean hasSeveralTasks(EditionRecord edition) {
        return edition.study().tasks().stream()
                        .filter(task -> file.holds(edition.paradigm(task.id().text())))
                        .count()
                > 1;
    }

    private List<String> scales() {
        return snapshot.editions().stream()
                .flatMap(edition -> edition.study().tasks().stream())
                .filter(task -> task.paradigm() instanceof Paradigm.Rating)
                .flatMap(task -> ((Paradigm.Rating) task.paradigm()).scales().stream())
                .map(id -> id.text())
                .distinct()
                .toList();
    }

    /** A question is called by its id, with its questionnaire's in front where two have the same. */
    private void questions() {
        Map<String, Integer> uses = new HashMap<>();
        Map<String, String[]> all = new LinkedHashMap<>();
        for (EditionRecord edition : snapshot.editions()) {
            for (Questionnaire questionnaire : edition.study().questionnaires()) {
                for (Question question : questionnaire.questions()) {
                    String id = question.id().text();
                    boolean fresh = all.putIfAbsent(
                                    questionnaire.id() + "/" + id,
                                    new String[] {questionnaire.id().text(), id})
                            == null;
                    if (fresh && (words || !(question instanceof Question.Words))) {
                        uses.merge(id, 1, Integer::sum);
                    }
                }
            }
        }
        all.values().stream().filter(one -> uses.containsKey(one[1])).forEach(one -> {
            String name = uses.get(one[1]) == 1 ? one[1] : one[0] + "-" + one[1];
            asked.add(new Asked(one[0], one[1], name));
        });
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("session_test_id"));
        asked.forEach(question -> header.add(question.name()));
        switch (file) {
            case MUSHRA ->
                header.addAll(List.of(
                        "session_uuid",
                        "trial_id",
                        "rating_stimulus",
                        "rating_score",
                        "rating_time",
                        "rating_comment"));
            case PAIRED ->
                header.addAll(List.of(
                        "trial_id",
                        "choice_reference",
                        "choice_non_reference",
                        "choice_answer",
                        "choice_time",
                        "choice_comment"));
            case LIKERT -> {
                header.add("trial_id");
                if (scales.size() == 1) {
                    header.add("stimuli_rating");
                } else {
                    for (int i = 1; i <= scales.size(); i++) {
                        header.add("stimuli_rating" + i);
                    }
                }
                header.addAll(List.of("stimuli", "rating_time"));
            }
        }
        if (extended) {
            if (file != File.MUSHRA) {
                header.add("session_uuid");
            }
            header.addAll(List.of("participant_ref", "position", "page_order", "edition", "task", "item"));
        }
        return header;
    }

    /** @return how many rows */
    long write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        PhpCsv csv = new PhpCsv(text);
        csv.row(header());
        long[] rows = {0};
        List<SessionRecord> sessions = snapshot.sessions();
        for (int i = 0; i < sessions.size(); i += TOGETHER) {
            Snapshot some = snapshot.among(sessions.subList(i, Math.min(sessions.size(), i + TOGETHER)), true);
            Map<Long, Map<String, String>> answers = new HashMap<>();
            some.forms(form -> answers.computeIfAbsent(form.session().row(), row -> new HashMap<>())
                    .put(form.questionnaire() + "/" + form.question().id(), answer(form)));
            List<RatingRecord> page = new ArrayList<>();
            some.ratings(rating -> {
                if (!page.isEmpty() && page.get(0).page() != rating.page()) {
                    rows[0] += page(csv, page, answers);
                    page.clear();
                }
                if (file.holds(rating.paradigm())) {
                    page.add(rating);
                }
            });
            rows[0] += page(csv, page, answers);
        }
        text.flush();
        return rows[0];
    }

    private static String answer(FormRecord form) {
        String text = String.join(", ", form.values());
        return form.question() instanceof Question.Amount || form.question() instanceof Question.Points
                ? text
                : Cells.disarm(text);
    }

    /** Writes the values of one page. */
    private long page(PhpCsv csv, List<RatingRecord> page, Map<Long, Map<String, String>> answers) {
        if (page.isEmpty()) {
            return 0;
        }
        List<String> begin = new ArrayList<>();
        SessionRecord session = page.get(0).session();
        begin.add(session.edition().study().id().text());
        Map<String, String> given = answers.getOrDefault(session.row(), Map.of());
        asked.forEach(
                question -> begin.add(given.getOrDefault(question.questionnaire() + "/" + question.question(), "")));
        try {
            List<RatingRecord> rows = file == File.LIKERT ? page.subList(0, 1) : page;
            for (RatingRecord rating : rows) {
                List<String> cells = new ArrayList<>(begin);
                switch (file) {
                    case MUSHRA -> mushra(cells, rating);
                    case PAIRED -> paired(cells, rating);
                    case LIKERT -> likert(cells, page);
                }
                if (extended) {
                    extend(cells, rating);
                }
                csv.row(cells);
            }
            return rows.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mushra(List<String> cells, RatingRecord rating) {
        double score = rating.number().orElseThrow();
        cells.add(uuid(rating));
        cells.add(trial(rating));
        cells.add(stimulus(rating, rating.condition().orElseThrow()));
        cells.add(extended ? Cells.number(score) : Long.toString(Math.round(score)));
        cells.add(time(rating));
        cells.add("");
    }

    private void paired(List<String> cells, RatingRecord rating) {
        String a = rating.conditionA().orElseThrow();
        String b = rating.conditionB().orElseThrow();
        boolean first = rating.conditionX()
                .map(unknown -> unknown.equals(a))
                .orElseGet(() -> !rating.session().edition().conditionKind(a).equals("shuffled"));
        cells.add(trial(rating));
        cells.add(first ? a : b);
        cells.add(first ? b : a);
        cells.add(
                rating.condition().isEmpty() ? "undecided" : rating.correct().orElseThrow() ? "correct" : "incorrect");
        cells.add(time(rating));
        cells.add("");
    }

    private void likert(List<String> cells, List<RatingRecord> page) {
        cells.add(trial(page.get(0)));
        for (String scale : scales) {
            cells.add(page.stream()
                    .filter(rating -> rating.scale().equals(scale))
                    .findFirst()
                    .map(rating -> Cells.number(rating.number().orElseThrow()))
                    .orElse(MISSING));
        }
        cells.add(page.get(0).condition().orElseThrow());
        cells.add(time(page.get(0)));
    }

    private void extend(List<String> cells, RatingRecord rating) {
        if (file != File.MUSHRA) {
            cells.add(uuid(rating));
        }
        cells.add(rating.session().participant());
        cells.add(rating.slot()
                .map(PageRecord.SlotRecord::place)
                .map(String::valueOf)
                .orElse(MISSING));
        cells.add(Integer.toString(rating.page().number()));
        cells.add(Integer.toString(rating.session().version()));
        cells.add(rating.task());
        cells.add(rating.item());
    }

    /** The page: its item, with the task in front where several tasks write into one file. */
    private String trial(RatingRecord rating) {
        return severalTasks ? rating.task() + "-" + rating.item() : rating.item();
    }

    private static String time(RatingRecord rating) {
        return rating.took().isPresent() ? Long.toString(rating.took().getAsLong()) : MISSING;
    }

    /** In the form of a UUID, as its readers expect one; made from the pseudonym. */
    private static String uuid(RatingRecord rating) {
        return UUID.nameUUIDFromBytes(rating.session().participant().getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    /** What webMUSHRA calls a condition of a MUSHRA page. */
    private static String stimulus(RatingRecord rating, String condition) {
        var study = rating.session().edition().study();
        Optional<String> reference = study.tasks().stream()
                .filter(task -> task.id().text().equals(rating.task()) && task.paradigm() instanceof Paradigm.Mushra)
                .map(task -> ((Paradigm.Mushra) task.paradigm()).reference().text())
                .findFirst();
        if (reference.equals(Optional.of(condition))) {
            return "reference";
        }
        return study.conditions().stream()
                .filter(one -> one.id().text().equals(condition) && one instanceof Condition.Anchor)
                .map(one -> ((Condition.Anchor) one).cutoff() == 3500 ? "anchor35" : "anchor70")
                .findFirst()
                .orElse(condition);
    }
}
