package org.antiphon.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The layouts that can be read. */
public enum CorpusKind {
    /** One folder a piece, one track a player. */
    URMP,
    /** Videos by instrument and YouTube's id, with index files. */
    SOLOS,
    /** What the command etudes writes. */
    ETUDE,
    /** Any tree of videos. */
    FOLDER;

    /** The name on a command line: urmp, solos, etude or folder. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the allowed labels */
    public static CorpusKind ofLabel(String label) {
        for (CorpusKind kind : values()) {
            if (kind.label().equals(label.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        String allowed = Arrays.stream(values()).map(CorpusKind::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("a corpus is one of " + allowed + ", was \"" + label + "\"");
    }
}
