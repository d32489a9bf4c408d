package org.antiphon.study.webmushra;

import java.util.Locale;

/**
 * Something about an import that its researcher should know.
 *
 * @param line of the configuration, counted from 1; 0 if it is about the whole
 * @param what what was found or done, as a sentence
 * @param remedy what to do about it, as a sentence; empty if there is nothing to do
 */
public record Note(Kind kind, int line, String what, String remedy) implements Comparable<Note> {

    /** What a note is about. */
    public enum Kind {
        /** The file could not be read as it is and was mended. */
        REPAIRED,
        /** It is here, but it is something else. */
        CHANGED,
        /** It is not here. */
        LOST
    }

    @Override
    public int compareTo(Note other) {
        return Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        String where = line == 0 ? "" : "line " + line + ": ";
        String how = kind.name().toLowerCase(Locale.ROOT);
        return where + how + ": " + what + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
