package org.antiphon.dashboard.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * CSV as PHP's {@code fputcsv} writes it by default: a comma between, a line feed behind, quotes around what holds a comma, a
 * quote, a blank, a tab, a line break or a backslash; and the oddity that a quote behind a backslash is not doubled.
 */
final class PhpCsv {

    private static final String NEEDS_QUOTES = ",\" \t\n\r\\";

    private final Writer out;

    PhpCsv(Writer out) {
        this.out = out;
    }

    void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\n");
    }

    static String cell(String text) {
        if (text.chars().noneMatch(letter -> NEEDS_QUOTES.indexOf(letter) >= 0)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        boolean escaped = false;
        for (char letter : text.toCharArray()) {
            if (letter == '\\') {
                escaped = true;
            } else if (!escaped && letter == '"') {
                quoted.append('"');
            } else {
                escaped = false;
            }
            quoted.append(letter);
        }
        return quoted.append('"').toString();
    }
}
