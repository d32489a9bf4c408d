package org.antiphon.study.design.document;

import java.util.ArrayList;
import java.util.List;

/** Lines of a block or a list, entry by entry, to be put together again: each entry on lines of its own, alike indented. */
final class Chunks {

    private final int indent;
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    Chunks(int indent) {
        this.indent = indent;
    }

    /** @param bare whether the first line lacks its indentation */
    void add(String name, String text, boolean bare) {
        put(names.size(), name, text, bare);
    }

    /** Adds lines behind those of {@code before}, or in front of all others; their first line lacks its indentation. */
    void insert(String before, String name, String text) {
        put(before == null ? 0 : names.lastIndexOf(before) + 1, name, text, true);
    }

    private void put(int at, String name, String text, boolean bare) {
        names.add(at, name);
        texts.add(at, bare ? " ".repeat(indent) + text : text);
    }

    /** All lines, the first without its indentation and the last without its end. */
    String joined(String otherwise) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text);
            if (!text.endsWith("\n")) {
                all.append('\n');
            }
        }
        return texts.isEmpty() ? otherwise : all.toString().strip();
    }
}
