package org.antiphon.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StudyRecord;

/** Says what stands in every column of every table. */
final class Codebook {

    private final Tables tables;
    private final ExportOrder order;

    Codebook(Tables tables, ExportOrder order) {
        this.tables = tables;
        this.order = order;
    }

    /** A column of a table. */
    private record Entry(DataFile<?> file, Column<?> column) {}

    /** One row a column. */
    DataFile<?> table() {
        return new DataFile<>(
                "codebook",
                "Codebook",
                "What stands in every column of every table.",
                List.of(
                        Column.text("file", "Name of the table.", (Entry entry) -> entry.file()
                                .name()),
                        Column.text("column", "Name of the column.", (Entry entry) -> entry.column()
                                .name()),
                        Column.text(
                                "type",
                                "text, integer, number, boolean or time.",
                                (Entry entry) -> type(entry.column())),
                        Column.text(
                                "unit",
                                "Unit of its values.",
                                (Entry entry) -> missing(entry.column().unit())),
                        Column.text(
                                "levels",
                                "The only words there can be, with spaces between.",
                                (Entry entry) ->
                                        missing(String.join(" ", entry.column().levels()))),
                        Column.text("meaning", "What it is.", (Entry entry) -> entry.column()
                                .meaning()),
                        Column.text(
                                "missing",
                                "What stands where there is no value.",
                                (Entry entry) -> "NA means missing")),
                List.of("file", "column"),
                List.of(),
                this::entries);
    }

    private void entries(Consumer<Entry> each) {
        tables.all().forEach(file -> file.columns().forEach(column -> each.accept(new Entry(file, column))));
    }

    private static String missing(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String type(Column<?> column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }

    /** The same for reading, with what was exported and how. */
    String markdown() {
        Snapshot snapshot = tables.everyone();
        StudyRecord study = snapshot.study();
        List<String> lines = new ArrayList<>();
        lines.add("# Codebook of the study " + study.slug());
        lines.add("");
        for (EditionRecord edition : snapshot.editions()) {
            lines.add("- Version " + edition.version() + ", SHA-256 of its design `" + edition.digest() + "`");
        }
        lines.add("- Participants: " + snapshot.sessions().size() + " began, "
                + snapshot.sessions().stream()
                        .filter(one -> one.status().equals("completed"))
                        .count()
                + " completed, "
                + snapshot.sessions().stream().filter(one -> one.counted()).count()
                + " count; " + study.withdrawn() + " more took everything back and are in no file");
        lines.add("- Answers: of " + (order.excluded() ? "all sessions (column `counted`)" : "sessions that count")
                + ", on " + (order.allPages() ? "all pages (column `purpose`)" : "main pages only"));
        lines.add("- Times: " + dates() + "; free text: " + (order.words() ? "included" : "left out"));
        lines.add("");
        lines.addAll(HOW);
        for (DataFile<?> file : tables.all()) {
            lines.add("");
            lines.add("## " + file.name() + ": " + file.title());
            lines.add("");
            lines.add(file.meaning() + " Rows are told apart by " + String.join(", ", file.key()) + ".");
            lines.add("");
            lines.add("| column | type | unit | levels | meaning |");
            lines.add("|---|---|---|---|---|");
            for (Column<?> column : file.columns()) {
                lines.add("| `" + column.name() + "` | " + type(column) + " | " + column.unit() + " | "
                        + String.join(", ", column.levels()) + " | " + cell(column.meaning()) + " |");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String dates() {
        return switch (order.dates()) {
            case EXACT -> "to the millisecond";
            case DAY -> "the day only";
            case NONE -> "left out";
        };
    }

    /** Words of researchers can hold strokes and markup. */
    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }

    private static final List<String> HOW = List.of(
            "CSV files are RFC 4180 in UTF-8 without a byte order mark: commas, lines that end in CR LF, quotes where they are",
            "needed. A missing value is `NA`, an empty text is `\"\"`. Truth is `TRUE` or `FALSE`, times are ISO 8601 in UTC.",
            "",
            "A text that a spreadsheet would take for a formula (that begins with `=` `+` `-` `@`, their full-width forms, a",
            "tab or a line break, with or without blanks before) has an apostrophe in front; so have texts that begin with an",
            "apostrophe and the text NA. Take one leading apostrophe away to have the text as it was: in R",
            "`sub(\"^'\", \"\", x)`, in Python `x.str.replace(\"^'\", \"\", regex=True)`. Numbers are never touched, and JSON Lines",
            "have texts as they are.",
            "",
            "Participants are pseudonyms: the same person has the same in every file and export of this study, and another in",
            "every other study. Nothing here leads back to a link, an invitation, a panel or a browser.");
}
