package org.antiphon.study.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.document.Language;

/**
 * The words for five categories from worst to best, as P.800 (listening quality) and BS.1534-3 use them, in the languages
 * in which they are here; a study in another language brings its own.
 */
public final class StandardLabels {

    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("Bad", "Poor", "Fair", "Good", "Excellent"),
            "de", List.of("Schlecht", "Dürftig", "Ordentlich", "Gut", "Ausgezeichnet"));

    private StandardLabels() {}

    /** Five words from low to high, empty if there are none in that language. */
    public static Optional<List<String>> in(Language language) {
        return Optional.ofNullable(WORDS.get(language.tag()));
    }

    static boolean has(String tag) {
        return WORDS.containsKey(tag);
    }
}
