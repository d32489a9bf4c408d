package org.antiphon.dashboard.results;

import java.util.Locale;

/** Names as people write them. */
final class Names {

    private Names() {}

    /** An id of a document as words: {@code semantic-coherence} is Semantic coherence. */
    static String human(String id) {
        String words = id.replace("gems.", "").replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Something as a part of the name of a figure. */
    static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "x" : slug;
    }

    /** {@code 1 rating}, {@code 12 ratings}. */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
