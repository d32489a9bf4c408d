package org.antiphon.study.design.document;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds words that are missing in a language of the document: whoever takes part in it would see an empty page. */
final class LanguageCheck {

    /** The key at the top that lists the languages; the first is that of words that stand alone. */
    static final String LANGUAGES = "languages";

    private final Findings findings;
    private final Set<String> spoken = new LinkedHashSet<>();

    LanguageCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Part root) {
        for (Part language : root.each(LANGUAGES)) {
            Optional<String> tag = language.text().filter(Language::isLanguage);
            if (tag.isEmpty()) {
                return;
            }
            if (!spoken.add(tag.get())) {
                findings.refuse(language, "\"" + tag.get() + "\" stands twice.", "Delete one of them.");
            }
        }
        if (!spoken.isEmpty()) {
            root.all().filter(Part::isWords).forEach(this::words);
        }
    }

    private void words(Part part) {
        String all = String.join(", ", spoken);
        if (part.node() instanceof Node.Scalar scalar) {
            if (scalar.text().isBlank()) {
                findings.refuse(part, "There are no words here.", "Write some in " + all + ", or delete the line.");
            } else if (spoken.size() > 1) {
                findings.refuse(
                        part,
                        "These words are in one language; the study speaks " + all + ".",
                        "Write a line \"language: words\" for each of them.");
            }
            return;
        }
        if (!(part.node() instanceof Node.Mapping)) {
            return;
        }
        Map<String, Part> given = part.entries();
        for (String language : spoken) {
            Part words = given.get(language);
            if (words == null) {
                findings.refuse(
                        part,
                        "There are no words in \"" + language + "\".",
                        "Add a line \"" + language + ": …\", or delete the language from \"" + LANGUAGES + "\".");
            } else if (words.text().filter(String::isBlank).isPresent()) {
                findings.refuse(words, "The words in \"" + language + "\" are empty.", "Write them.");
            }
        }
        given.forEach((language, words) -> {
            if (!spoken.contains(language)) {
                findings.refuse(
                        words,
                        "\"" + language + "\" is not among the languages of the study (" + all + ").",
                        "Add it to \"" + LANGUAGES + "\", or delete the line.");
            }
        });
    }
}
