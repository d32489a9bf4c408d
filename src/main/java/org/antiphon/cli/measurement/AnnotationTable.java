package org.antiphon.cli.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.metric.Annotation;
import org.antiphon.metric.NoteList;
import org.antiphon.metric.TimedMelody;

/**
 * An annotation as lines of numbers with blanks, tabs, commas or semicolons between them, {@code #} before remarks, and the
 * names of the columns above them or not: then one column is onsets, two are time and pitch, three are onset, offset and
 * pitch (as in mir_eval), or onset, pitch and duration if the file is called {@code Notes_…} (as in URMP).
 */
final class AnnotationTable {

    private static final double CONCERT_PITCH = 440;
    private static final int CONCERT_KEY = 69;

    /** What a column holds. */
    private enum Column {
        ONSET("onset|start|begin"),
        TIME("time|times|t"),
        OFFSET("offset|end|stop"),
        DURATION("duration|length|dur"),
        HERTZ("hertz|hz|pitch|frequency|freq|f0"),
        KEY("midi|key|midi_pitch|note_number"),
        /** What says nothing about onsets and pitches. */
        BESIDES("velocity|confidence|label|name|track|channel|instrument");

        private static final String UNIT = "_(s|sec|seconds|time|hz)$";

        private final String names;

        Column(String names) {
            this.names = names;
        }

        static Optional<Column> of(String name) {
            String plain =
                    name.replace("\"", "").strip().toLowerCase(Locale.ROOT).replaceFirst(UNIT, "");
            return Arrays.stream(values())
                    .filter(column -> plain.matches(column.names))
                    .findFirst();
        }
    }

    private final List<Column> columns;
    private final List<double[]> rows;

    private AnnotationTable(List<Column> columns, List<double[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** @throws IllegalArgumentException saying what is wrong, and in which line */
    static AnnotationFile.Read read(String text, String fileName) {
        List<Column> columns = null;
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String plain = line.replace("\uFEFF", "").replaceFirst("#.*", "").strip();
            if (plain.isEmpty()) {
                continue;
            }
            String[] fields = plain.split("\\s*[,;]\\s*|\\s+");
            if (columns == null) {
                Optional<List<Column>> named = named(fields);
                columns = named.isPresent() ? named.get() : unnamed(fields.length, fileName, number);
                if (named.isPresent()) {
                    continue;
                }
            }
            rows.add(row(fields, columns, number));
        }
        return columns == null
                ? new AnnotationFile.Read(Annotation.ofNothing(), "nothing is played")
                : new AnnotationTable(columns, rows).annotation();
    }

    /** The columns that a line names; empty if it is none of names. */
    private static Optional<List<Column>> named(String[] fields) {
        if (Arrays.stream(fields).anyMatch(field -> number(field).isPresent())) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (String field : fields) {
            columns.add(Column.of(field)
                    .orElseThrow(() -> new IllegalArgumentException("no column is called “" + field
                            + "”; there are onset, offset, duration, hertz, midi, time")));
        }
        return Optional.of(columns);
    }

    private static List<Column> unnamed(int count, String fileName, int line) {
        return switch (count) {
            case 1 -> List.of(Column.ONSET);
            case 2 -> List.of(Column.TIME, Column.HERTZ);
            case 3 ->
                fileName.startsWith("Notes_")
                        ? List.of(Column.ONSET, Column.HERTZ, Column.DURATION)
                        : List.of(Column.ONSET, Column.OFFSET, Column.HERTZ);
            default -> throw new IllegalArgumentException("line " + line + " has " + count + " columns without names");
        };
    }

    private static double[] row(String[] fields, List<Column> columns, int line) {
        if (fields.length != columns.size()) {
            throw new IllegalArgumentException(
                    "line " + line + " has " + fields.length + " columns instead of " + columns.size());
        }
        double[] row = new double[fields.length];
        for (int i = 0; i < row.length; i++) {
            String field = fields[i];
            if (columns.get(i) == Column.BESIDES) {
                continue;
            }
            row[i] = number(field)
                    .orElseThrow(
                            () -> new IllegalArgumentException("“" + field + "” in line " + line + " is no number"));
        }
        return row;
    }

    private static Optional<Double> number(String field) {
        try {
            double value = Double.parseDouble(field);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private AnnotationFile.Read annotation() {
        boolean pitched = columns.contains(Column.HERTZ) || columns.contains(Column.KEY);
        boolean ended = columns.contains(Column.OFFSET) || columns.contains(Column.DURATION);
        if (columns.contains(Column.TIME) && pitched && !ended) {
            return AnnotationForms.melody(new TimedMelody(column(Column.TIME), hertz()));
        }
        if (!columns.contains(Column.ONSET)) {
            throw new IllegalArgumentException("there is neither a column onset nor time and a pitch");
        }
        if (!pitched) {
            return AnnotationForms.onsets(column(Column.ONSET));
        }
        if (!ended) {
            throw new IllegalArgumentException("notes need a column offset or duration");
        }
        return AnnotationForms.notes(new NoteList(column(Column.ONSET), ends(), hertz()));
    }

    private double[] ends() {
        if (columns.contains(Column.OFFSET)) {
            return column(Column.OFFSET);
        }
        double[] ends = column(Column.ONSET);
        double[] durations = column(Column.DURATION);
        for (int i = 0; i < ends.length; i++) {
            ends[i] += durations[i];
        }
        return ends;
    }

    private double[] hertz() {
        if (columns.contains(Column.HERTZ)) {
            return column(Column.HERTZ);
        }
        double[] hertz = column(Column.KEY);
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = hertz[i] > 0 ? CONCERT_PITCH * Math.pow(2, (hertz[i] - CONCERT_KEY) / 12) : 0;
        }
        return hertz;
    }

    private double[] column(Column wanted) {
        int place = columns.indexOf(wanted);
        return rows.stream().mapToDouble(row -> row[place]).toArray();
    }
}
