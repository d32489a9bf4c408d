package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what the program of a figure prints against the figure's table, number for number. A program may print several
 * listings, each under a heading of its own; that which has most of the table's columns is the figure's.
 */
final class Listings {

    /** Six digits are printed. */
    private static final double EXACT = 4e-5;

    private static final double FAR_OUT = 5e-4;

    private static final double VERY_FAR_OUT = 0.02;

    /** Effects of so many deviations are not found in earnest. */
    private static final double ENORMOUS = 4;

    /** Two drawings of 2000 resamples: their ends differ by this share of the interval at most, nearly always. */
    private static final double DRAWN = 0.15;

    /** One Newton step for each participant who is left out, where the program fits anew. */
    private static final double ONE_STEP = 0.03;

    private static final Pattern FRIEDMAN = Pattern.compile(
            "Friedman χ²\\(\\d+\\) = ([0-9.]+), p [=<] ([0-9.]+), Kendall’s W = ([0-9.]+), of (\\d+) participant");

    /** How many numbers were held against each other, by figure. */
    private final Map<String, Integer> compared = new LinkedHashMap<>();

    private final List<String> different = new ArrayList<>();

    Map<String, Integer> compared() {
        return compared;
    }

    List<String> different() {
        return different;
    }

    /**
     * Compares a figure.
     *
     * @param table as CSV
     */
    void figure(String name, String table, String statement, String printed) {
        List<Map<String, String>> rows = rows(table);
        if (rows.isEmpty()) {
            return;
        }
        compared.put(name, 0);
        List<String[]> lines = printed.lines().map(line -> line.split(",", -1)).toList();
        long most = lines.stream()
                .mapToLong(line -> columns(line, rows.get(0)))
                .max()
                .orElse(0);
        String[] heading = new String[0];
        for (String[] fields : lines) {
            long columns = columns(fields, rows.get(0));
            if (columns > 0 && columns == most) {
                heading = fields;
            } else if (columns > 0 || fields[0].equals("test")) {
                heading = new String[0];
            } else if (fields.length == heading.length) {
                row(name, heading, fields, rows);
            } else if (fields[0].equals("Friedman") && name.contains("-differences-")) {
                friedman(name, statement, fields);
            }
        }
    }

    /** How many columns of the table a heading names; 0 if it is none. */
    private static long columns(String[] fields, Map<String, String> row) {
        String first = row.keySet().iterator().next();
        long columns = Arrays.stream(fields).filter(row::containsKey).count();
        return fields[0].equals(first) && columns > 1 ? columns : 0;
    }

    /** Its numbers stand in a sentence. */
    private void friedman(String name, String statement, String[] fields) {
        Matcher said = FRIEDMAN.matcher(statement);
        if (!said.find()) {
            different.add(name + " says nothing of " + String.join(",", fields) + ": " + statement);
            return;
        }
        near(name, "χ²", said.group(1), fields[2], 0.0051);
        near(name, "p", said.group(2), fields[3], 0.001);
        near(name, "W", said.group(3), fields[4], 0.0051);
        near(name, "participants", said.group(4), fields[1], 0);
    }

    private void near(String name, String what, String ours, String theirs, double allowed) {
        compared.merge(name, 1, Integer::sum);
        if (!(Math.abs(Double.parseDouble(ours) - Double.parseDouble(theirs)) <= allowed)) {
            different.add(name + ": " + what + " is " + ours + " and " + theirs);
        }
    }

    /** Finds the row of the same words, and holds its numbers against these. */
    private void row(String name, String[] heading, String[] fields, List<Map<String, String>> rows) {
        Map<String, String> printed = new HashMap<>();
        for (int i = 0; i < heading.length; i++) {
            printed.put(heading[i], fields[i]);
        }
        rows.stream()
                .filter(row -> printed.keySet().stream()
                        .filter(row::containsKey)
                        .filter(column ->
                                !numeric(row.get(column)) && !row.get(column).isEmpty())
                        .allMatch(column -> row.get(column).equals(printed.get(column))))
                .findFirst()
                .ifPresent(row -> printed.forEach((column, value) -> {
                    if (row.containsKey(column) && numeric(row.get(column)) && numeric(value)) {
                        number(name, row, column, value);
                    }
                }));
    }

    private void number(String name, Map<String, String> row, String column, String value) {
        double ours = Double.parseDouble(row.get(column));
        double theirs = Double.parseDouble(value);
        compared.merge(name, 1, Integer::sum);
        if (!(Math.abs(ours - theirs) <= allowed(name, row, column, theirs) + 1e-9)) {
            different.add(name + " " + row + ": " + column + " is " + value);
        }
    }

    private static double allowed(String name, Map<String, String> row, String column, double theirs) {
        boolean end = column.endsWith("low") || column.endsWith("high");
        boolean drawn = end
                && !column.startsWith("exact")
                && !column.startsWith("above")
                && (!row.containsKey("interval") && name.matches(".*-(right|shares|hits|affect|ranking).*")
                        || "bootstrap".equals(row.get("interval")));
        if (drawn && numeric(row.get(other(column, "low"))) && numeric(row.get(other(column, "high")))) {
            return DRAWN
                    * (Double.parseDouble(row.get(other(column, "high")))
                            - Double.parseDouble(row.get(other(column, "low"))));
        }
        if (name.endsWith("-ranking") && column.equals("error")) {
            return ONE_STEP * Math.abs(theirs);
        }
        if (name.endsWith("-ranking") && column.equals("strength")) {
            return FAR_OUT * Math.max(0.1, Math.abs(theirs));
        }
        if (column.startsWith("needed") && Double.parseDouble(row.get("dz")) > ENORMOUS) {
            return 1;
        }
        if (column.startsWith("dz_")) {
            // the noncentral t, of which R says itself that it is rough this far out
            return (Math.abs(theirs) > ENORMOUS ? VERY_FAR_OUT : FAR_OUT) * Math.abs(theirs);
        }
        return EXACT * Math.max(1e-3, Math.abs(theirs));
    }

    private static String other(String column, String end) {
        return column.replaceFirst("(low|high)$", end);
    }

    private static boolean numeric(String text) {
        return text != null && text.matches("-?[0-9.]+(?:[eE][-+]?[0-9]+)?");
    }

    private static List<Map<String, String>> rows(String csv) {
        String[] lines = csv.split("\r\n");
        String[] names = lines[0].split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int j = 0; j < names.length && j < fields.length; j++) {
                row.put(names[j], fields[j].replaceAll("^\"|\"$", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}
