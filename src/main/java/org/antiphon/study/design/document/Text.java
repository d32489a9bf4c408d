package org.antiphon.study.design.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Words that people read, in each language of the document. */
public record Text(Map<Language, String> byLanguage) {

    /** @throws IllegalArgumentException if there is no language, or nothing in one */
    public Text {
        Map<Language, String> sorted = new TreeMap<>((a, b) -> a.tag().compareTo(b.tag()));
        sorted.putAll(byLanguage);
        byLanguage = Collections.unmodifiableMap(sorted);
        if (byLanguage.isEmpty() || byLanguage.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a text needs words in each of its languages: " + byLanguage);
        }
    }

    public static Text of(Language language, String words) {
        return new Text(Map.of(language, words));
    }

    /** @throws IllegalArgumentException if the text is not in that language */
    public String in(Language language) {
        String words = byLanguage.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language + ", only in " + byLanguage.keySet());
        }
        return words;
    }
}
