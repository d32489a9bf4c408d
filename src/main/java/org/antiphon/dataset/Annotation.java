package org.antiphon.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.antiphon.clip.Note;

/** Reads URMP's text annotation: columns of numbers, any white space between, no header, CRLF or LF. */
final class Annotation {

    private static final double HOP = 0.010;

    private Annotation() {}

    /** Notes by onset; lines with a number that is not finite or makes no note are skipped. */
    static List<Note> notes(Path file) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (double[] row : rows(file, 3)) {
            if (row[0] >= 0 && row[1] > 0 && row[2] >= 0) {
                notes.add(new Note(row[0], row[1], row[2]));
            }
        }
        notes.sort(Comparator.comparingDouble(Note::onset).thenComparingDouble(Note::hertz));
        return List.copyOf(notes);
    }

    /** Frequencies on a grid of 10 ms from time 0, interpolated between rows that both sound. */
    static float[] f0(Path file) throws IOException {
        List<double[]> rows = rows(file, 2);
        if (rows.isEmpty()) {
            return new float[0];
        }
        float[] grid = new float[(int) Math.floor(rows.get(rows.size() - 1)[0] / HOP + 1e-6) + 1];
        int next = 0;
        for (int i = 0; i < grid.length; i++) {
            double time = i * HOP;
            while (next < rows.size() && rows.get(next)[0] < time - 1e-9) {
                next++;
            }
            if (next == 0 || next == rows.size()) {
                boolean near = next == 0 && rows.get(0)[0] - time < HOP / 2;
                grid[i] = near ? (float) Math.max(0, rows.get(0)[1]) : 0;
                continue;
            }
            grid[i] = between(rows.get(next - 1), rows.get(next), time);
        }
        return grid;
    }

    private static float between(double[] before, double[] after, double time) {
        double span = after[0] - before[0];
        double share = span <= 0 ? 0 : (time - before[0]) / span;
        boolean both = before[1] > 0 && after[1] > 0 && span < 3 * HOP && Math.abs(after[1] / before[1] - 1) < 0.03;
        double value = both ? before[1] + share * (after[1] - before[1]) : share < 0.5 ? before[1] : after[1];
        return (float) Math.max(0, value);
    }

    private static List<double[]> rows(Path file, int columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\r\n|\n|\r")) {
            number++;
            String trimmed = line.strip();
            if (trimmed.isEmpty()) {
                continue;
            }
            String[] parts = trimmed.split("\\s+");
            if (parts.length < columns) {
                throw new IOException(
                        file + ", line " + number + ": expected " + columns + " numbers, found \"" + trimmed + "\"");
            }
            double[] row = new double[columns];
            boolean finite = true;
            for (int i = 0; i < columns; i++) {
                row[i] = number(parts[i], file, number);
                finite &= Double.isFinite(row[i]);
            }
            if (finite) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static double number(String text, Path file, int line) throws IOException {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan", "-nan", "+nan" -> Double.NaN;
                case "inf", "+inf", "infinity", "-inf", "-infinity" -> Double.POSITIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new IOException(file + ", line " + line + ": \"" + text + "\" is not a number", e);
        }
    }
}
