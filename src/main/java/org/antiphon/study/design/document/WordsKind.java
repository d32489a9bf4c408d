package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Text as it stands, with or without quotes, between {@code min} and {@code max} characters. */
record WordsKind(int min, int max) implements ScalarKind {

    static WordsKind of(Limits limits) {
        return limits == null
                ? new WordsKind(1, 10_000)
                : new WordsKind((int) Math.max(1, limits.min()), (int) Math.min(10_000, limits.max()));
    }

    @Override
    public Reading read(String text, boolean plain) {
        if (text.isBlank()) {
            return new Reading.Not("There are no words here.", "Write some, or delete the line.");
        }
        return text.length() < min || text.length() > max
                ? new Reading.Not(
                        "This has " + text.length() + " characters.",
                        "Write " + (min == max ? "" + min : "from " + min + " to " + max) + " of them.")
                : new Reading.Of(text);
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", "string").put("minLength", min).put("maxLength", max);
    }
}
