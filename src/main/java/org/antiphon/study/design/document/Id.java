package org.antiphon.study.design.document;

import java.util.regex.Pattern;

/** A short name within a document: lower-case letters, digits and hyphens, beginning with a letter. */
public record Id(String text) implements Comparable<Id> {

    static final String FORM = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    static final int LONGEST = 60;

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws IllegalArgumentException if {@code text} is not such a name */
    public Id {
        if (!isId(text)) {
            throw new IllegalArgumentException("an id is lower-case letters, digits and hyphens, was \"" + text + "\"");
        }
    }

    static boolean isId(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    @Override
    public int compareTo(Id other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
