package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the participant's pages say by themselves; nothing but a test sees whether a language lacks some of it. */
class WordsTest {

    private static final Pattern ENTRY = Pattern.compile("(?m)^  (\\w+):\\s*(?:\\(([^)]*)\\) =>)?");

    /** How many values each phrase takes, by its key. */
    private static Map<String, Long> phrases(String language) throws IOException {
        String words = Files.readString(Path.of("web", "study", "words", language + ".ts"));
        Map<String, Long> phrases = new TreeMap<>();
        Matcher entry = ENTRY.matcher(words);
        while (entry.find()) {
            String values = entry.group(2);
            phrases.put(
                    entry.group(1),
                    values == null || values.isBlank()
                            ? 0L
                            : values.chars().filter(c -> c == ',').count() + 1);
        }
        return phrases;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr"})
    void haveEveryPhraseInEveryLanguage(String language) throws IOException {
        assertThat(phrases(language)).hasSizeGreaterThan(100).isEqualTo(phrases("en"));
    }
}
