package org.antiphon.study.design.document;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** A language as a BCP 47 tag in its usual spelling: {@code en}, {@code pt-BR}, {@code zh-Hant}. */
public record Language(String tag) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    /** @throws IllegalArgumentException if there is no such language */
    public Language {
        if (!isLanguage(tag)) {
            throw new IllegalArgumentException("no language has the tag \"" + tag + "\"");
        }
    }

    static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return KNOWN.contains(locale.getLanguage())
                    && locale.toLanguageTag().equals(tag);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
