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
public final class Annotation {

    private static final double HOP = 0.010;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF"; // UTF-8's, as ISO 8859-1 reads it
    private static final double[] SILENCE = {Double.NEGATIVE_INFINITY, 0};

    private Annotation() {}

    /** Notes by onset; lines with a number that is not finite or makes no note are skipped. */
    public static List<Note> notes(Path file) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (double[] row : rows(file, 3)) {
            if (row[0] >= 0 && row[1] > 0 && row[2] >= 0) {
                notes.add(new Note(row[0], row[1], row[2]));
            }
        }
        notes.sort(Comparator.comparingDouble(Note::onset).thenComparingDouble(Note::hertz));
        return List.copyOf(notes);
    }

    /**
     * Frequencies on a grid of 10 ms from second {@code from} on, interpolated between rows that both sound. Rows say where
     * they belong: URMP's first is at 0.023 s, the centre of its window of 46 ms. Where no row is near, nothing sounds.
     */
    static float[] f0(Path file, double from, double to) throws IOException {
        List<double[]> rows = rows(file, 2);
        rows.sort(Comparator.comparingDouble(row -> row[0]));
        if (rows.isEmpty()) {
            return new float[0];
        }
        double end = Math.min(rows.get(rows.size() - 1)[0], to - HOP) - from;
        float[] grid = new float[Math.max(0, (int) Math.floor(end / HOP + 1e-6) + 1)];
        int next = 0;
        for (int i = 0; i < grid.length; i++) {
            double time = from + i * HOP;
            while (next < rows.size() && rows.get(next)[0] < time - 1e-9) {
                next++;
            }
            double[] before = next == 0 ? SILENCE : rows.get(next - 1);
            grid[i] = next == rows.size() ? near(before, time) : between(before, rows.get(next), time);
        }
        return grid;
    }

    private static float between(double[] before, double[] after, double time) {
        double span = after[0] - before[0];
        boolean glides = before[1] > 0 && after[1] > 0 && span < 3 * HOP && Math.abs(after[1] / before[1] - 1) < 0.03;
        if (glides && span > 0) {
            return (float) (before[1] + (time - before[0]) / span * (after[1] - before[1]));
        }
        return near(time - before[0] < after[0] - time ? before : after, time);
    }

    private static float near(double[] row, double time) {
        return Math.abs(row[0] - time) < 1.5 * HOP ? (float) Math.max(0, row[1]) : 0;
    }

    private static List<double[]> rows(Path file, int columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\r\n|\n|\r")) {
            number++;
            String trimmed = (number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(3) : line).strip();
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
