package org.antiphon.generation;

import java.nio.file.Path;

/** A file as somebody gave it: where it lies for now, and what they call it. */
record GivenFile(Path path, String name) {

    private static final int LONGEST_NAME = 120;

    /** Takes the last part of the name, without control characters: it is shown, never used as a path. */
    GivenFile {
        String plain = name == null ? "" : name.replaceAll("\\p{Cntrl}", "");
        plain = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1)
                .strip();
        name = plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
