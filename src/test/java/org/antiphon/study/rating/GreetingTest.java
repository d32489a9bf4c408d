package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.antiphon.study.design.document.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {

    /** As the page's script chooses: by the visitor's order, exactly or by the language without its region. */
    @ParameterizedTest
    @CsvSource({"de-AT;en,de", "fr;en,en", "pt-BR;en,pt-BR", "en;de,en", "*,en"})
    void speaksWhatTheVisitorReadsBest(String wanted, String chosen) {
        List<Language> offered =
                Stream.of("en", "de", "pt-PT", "pt-BR").map(Language::new).toList();
        List<Locale> locales =
                Stream.of(wanted.split(";")).map(Locale::forLanguageTag).toList();
        assertThat(Greeting.preferred(offered, locales)).isEqualTo(new Language(chosen));
    }
}
