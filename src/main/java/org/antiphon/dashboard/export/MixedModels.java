package org.antiphon.dashboard.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.antiphon.dashboard.reading.EditionRecord;

/**
 * A program in R that fits mixed models to {@code ratings.csv}: random intercepts of participants and items (Baayen, Davidson
 * and Bates 2008), cumulative links for scales of steps. They are fitted where they are kept well, not here.
 */
final class MixedModels {

    private MixedModels() {}

    /** @param editions what is exported; conditions come in their order, the first is what others are held against */
    static String program(List<EditionRecord> editions) {
        Levels levels = new Levels(editions);
        return "# Mixed models of the ratings, from the design of the study.\n"
                + "conditions <- " + words(levels.conditions())
                + "\nsteps <- " + words(levels.steppedScales())
                + "\n" + body();
    }

    /** Names are of letters, digits, dots and hyphens: nothing in them ends a string. */
    private static String words(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ", "c(", ")"));
    }

    private static String body() {
        try (InputStream in = MixedModels.class.getResourceAsStream("mixed-models.R")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
