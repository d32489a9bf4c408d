package org.antiphon.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.document.Id;

/**
 * Which file is which item in which condition: read from a table with the columns item, condition and file, or from the names
 * in a folder, {@code ITEM/CONDITION.ending}.
 */
final class PairTable {

    private static final Pattern IN_FOLDER = Pattern.compile("(?:.*/)?([^/]+)/([^/]+)\\.[^./]+");
    private static final List<String> COLUMNS = List.of("item", "condition", "file");

    private PairTable() {}

    /** One row. */
    record Pair(Id item, Id condition, String file) {}

    /** @throws ProblemException 422 naming the line that cannot be used */
    static List<Pair> ofCsv(String csv) {
        List<List<String>> rows = records(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        if (rows.isEmpty()) {
            throw refusal("It is empty. Its first line names the columns item, condition and file.");
        }
        List<String> head = rows.get(0).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!head.containsAll(COLUMNS)) {
            throw refusal("Its first line must name the columns item, condition and file, but is \""
                    + String.join(",", rows.get(0)) + "\".");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() != head.size()) {
                throw refusal("Row " + (i + 1) + " has " + row.size() + " fields instead of " + head.size() + ".");
            }
            String file = row.get(head.indexOf("file")).strip();
            if (file.isEmpty()) {
                throw refusal("Row " + (i + 1) + " names no file.");
            }
            pairs.add(new Pair(
                    id(row.get(head.indexOf("item")), "row " + (i + 1)),
                    id(row.get(head.indexOf("condition")), "row " + (i + 1)),
                    file));
        }
        return pairs;
    }

    /** Files that lie in no folder are passed over. */
    static List<Pair> ofFolder(List<String> names) {
        List<Pair> pairs = new ArrayList<>();
        for (String name : names) {
            Matcher parts = IN_FOLDER.matcher(name);
            if (parts.matches() && !name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                pairs.add(new Pair(id(parts.group(1), name), id(parts.group(2), name), name));
            }
        }
        if (pairs.isEmpty()) {
            throw refusal(
                    "No file lies in a folder. Put those of an item into a folder with its name, and name each by its"
                            + " condition, such as adagio/model-a.wav.");
        }
        return pairs;
    }

    /** A name as an id: {@code Model_A 2} becomes {@code model-a-2}. */
    private static Id id(String name, String where) {
        String plain = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String begun = plain.matches("[0-9].*") ? "n" + plain : plain;
        try {
            return new Id(begun);
        } catch (IllegalArgumentException e) {
            throw refusal("In " + where + " the name \"" + name + "\" has no letter or digit, or more than 60.");
        }
    }

    /** Records of RFC 4180; blank lines are passed over. */
    private static List<List<String>> records(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= csv.length(); i++) {
            char c = i < csv.length() ? csv.charAt(i) : '\n';
            if (quoted && i < csv.length()) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.get(0).isBlank()) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        return rows;
    }

    private static ProblemException refusal(String detail) {
        return new Problem("The table cannot be used", 422, detail, "bad-table").exception();
    }
}
