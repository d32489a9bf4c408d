package org.antiphon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.antiphon.study.rating.Greeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageShellTest {

    private static PageShell of(String language, boolean rightToLeft) {
        return PageShell.of(
                Optional.of(new Greeting.Words(language, rightToLeft, "Title", Optional.of("One.\n\nTwo\nlines."))),
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de-AT", "es", "fr"})
    void speaksTheLanguagesOfThePages(String language) {
        PageShell shell = of(language, language.equals("ar"));
        assertThat(shell.own()).isNotEqualTo(of("en", false).own());
        assertThat(shell.ownLanguage()).isEqualTo(language);
        assertThat(shell.direction()).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }

    @Test
    void saysItsOwnInEnglishWhereItHasNoWordsInTheLanguageOfAStudy() {
        PageShell shell = of("he", true);
        assertThat(shell.language()).isEqualTo("he");
        assertThat(shell.direction()).isEqualTo("rtl");
        assertThat(shell.ownLanguage()).isEqualTo("en");
    }

    @Test
    void keepsTheParagraphsOfAStudy() {
        assertThat(of("en", false).about()).containsExactly("One.", "Two\nlines.");
        assertThat(PageShell.of(Optional.empty(), true).about()).isEmpty();
    }
}
