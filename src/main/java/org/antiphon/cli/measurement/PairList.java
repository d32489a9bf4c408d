package org.antiphon.cli.measurement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs of a file with the columns id, reference and candidate, in any order, among any others. */
final class PairList {

    private static final List<String> COLUMNS = List.of("id", "reference", "candidate");

    private PairList() {}

    /**
     * One pair.
     *
     * @param fault why its row cannot be used, if so
     */
    record Pair(String id, String reference, String candidate, Optional<String> fault) {}

    /** @throws IOException if the file cannot be read, lacks a column, or names a pair twice or not at all */
    static List<Pair> read(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            Csv csv = new Csv(reader);
            Csv.Row header = csv.next()
                    .orElseThrow(() -> new IOException(
                            file + " is empty; it needs a header line with " + String.join(", ", COLUMNS)));
            int[] places = new int[COLUMNS.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = header.fields().stream().map(String::strip).toList().indexOf(COLUMNS.get(i));
                if (places[i] < 0) {
                    throw new IOException(file + " has no column " + COLUMNS.get(i) + "; its header line is "
                            + String.join(",", header.fields()));
                }
            }
            return pairs(file, csv, places, header.fields().size());
        }
    }

    private static List<Pair> pairs(Path file, Csv csv, int[] places, int columns) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Optional<Csv.Row> next = csv.next();
        while (next.isPresent()) {
            Csv.Row row = next.get();
            if (!row.blank()) {
                Pair pair = pair(row, places, columns);
                if (pair.id().isBlank()) {
                    throw new IOException("line " + row.line() + " of " + file + " has no id");
                }
                Integer before = lines.putIfAbsent(pair.id(), row.line());
                if (before != null) {
                    throw new IOException("lines " + before + " and " + row.line() + " of " + file
                            + " have the same id, " + pair.id() + "; every pair needs one of its own");
                }
                pairs.add(pair);
            }
            next = csv.next();
        }
        return pairs;
    }

    private static Pair pair(Csv.Row row, int[] places, int columns) {
        Optional<String> fault = row.fields().size() == columns
                ? Optional.empty()
                : Optional.of("line " + row.line() + " has " + row.fields().size() + " columns instead of " + columns);
        return new Pair(field(row, places[0]), field(row, places[1]), field(row, places[2]), fault);
    }

    private static String field(Csv.Row row, int place) {
        return place < row.fields().size() ? row.fields().get(place).strip() : "";
    }
}
