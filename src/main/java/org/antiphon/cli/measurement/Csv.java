package org.antiphon.cli.measurement;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them: quoted where needed, a quote doubled. */
final class Csv {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final PushbackReader in;
    private int line = 1;
    private boolean begun;

    Csv(Reader in) {
        this.in = new PushbackReader(in);
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param complete whether a line break ends it: the last one of a file that was cut off has none
     */
    record Row(List<String> fields, int line, boolean complete) {

        boolean blank() {
            return fields.size() == 1 && fields.get(0).isBlank();
        }
    }

    /** The next record; empty at the end. */
    Optional<Row> next() throws IOException {
        int first = in.read();
        if (!begun && first == BYTE_ORDER_MARK) {
            first = in.read();
        }
        begun = true;
        if (first < 0) {
            return Optional.empty();
        }
        in.unread(first);
        int start = line;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c == '"' && field.isEmpty()) {
                quoted(field);
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c < 0 || endsLine(c)) {
                fields.add(field.toString());
                return Optional.of(new Row(fields, start, c >= 0));
            } else {
                field.append((char) c);
            }
        }
    }

    private void quoted(StringBuilder field) throws IOException {
        int c = in.read();
        while (c >= 0) {
            if (c == '"') {
                int next = in.read();
                if (next != '"') {
                    if (next >= 0) {
                        in.unread(next);
                    }
                    return;
                }
            }
            line += c == '\n' ? 1 : 0;
            field.append((char) c);
            c = in.read();
        }
    }

    private boolean endsLine(int c) throws IOException {
        if (c == '\r') {
            int next = in.read();
            if (next >= 0 && next != '\n') {
                in.unread(next);
            }
            line++;
            return true;
        }
        line += c == '\n' ? 1 : 0;
        return c == '\n';
    }

    /** One record, its line break included. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::escaped).collect(Collectors.joining(",", "", "\n"));
    }

    private static String escaped(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
