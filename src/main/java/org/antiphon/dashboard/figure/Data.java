package org.antiphon.dashboard.figure;

import java.util.List;

/**
 * The numbers of a figure as a table.
 *
 * @param rows as many cells each as there are columns
 */
public record Data(List<Column> columns, List<List<Cell>> rows) {

    /** @throws IllegalArgumentException if a row is longer or shorter than the others */
    public Data {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not have " + columns.size() + " cells");
            }
        }
    }

    /**
     * @param name for programs
     * @param heading for people
     */
    public record Column(String name, String heading) {}

    /** The table as CSV (RFC 4180, UTF-8): a line of names, then the rows. */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        line(csv, columns.stream().map(Column::name).toList());
        rows.forEach(row -> line(csv, row.stream().map(Data::safe).toList()));
        return csv.toString();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String safe(Cell cell) {
        String text = cell.exact();
        boolean formula = !cell.numeric() && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static void line(StringBuilder csv, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            boolean quoted = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            csv.append(i == 0 ? "" : ",").append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        csv.append("\r\n");
    }
}
