package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Locale;

/** Ids. */
record IdKind() implements ScalarKind {

    @Override
    public Reading read(String text, boolean plain) {
        if (Id.isId(text)) {
            return new Reading.Of(new Id(text));
        }
        String likely = likely(text);
        return new Reading.Not(
                (text.isEmpty() ? "There is no id here." : "\"" + text + "\" is no id.")
                        + " An id is lower-case letters, digits and hyphens, beginning with a letter.",
                likely.isEmpty() ? "Write such a name." : "Write \"" + likely + "\", and the same where it is used.");
    }

    /** The id that somebody probably had in mind: "Violin 1" is violin-1. */
    private static String likely(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        return Id.isId(plain) ? plain : "";
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", "string").put("pattern", "^" + Id.FORM + "$").put("maxLength", Id.LONGEST);
    }
}
