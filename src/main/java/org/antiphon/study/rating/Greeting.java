package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Language;

/** What an open study says of itself to whoever follows its link, before the page's script has come. */
@ApplicationScoped
public class Greeting {

    private final Editions editions;
    private final Transactions transactions;

    @Inject
    Greeting(Editions editions, Transactions transactions) {
        this.editions = editions;
        this.transactions = transactions;
    }

    /**
     * The first words of a study.
     *
     * @param language BCP 47, that of the words
     * @param about what it is about, if it says so
     */
    public record Words(String language, boolean rightToLeft, String title, Optional<String> about) {}

    /**
     * The words of the study of that name, in the language that the visitor is likely to read best.
     *
     * @param wanted the visitor's languages, the best first
     * @return empty if no study of this name takes participants
     */
    public Optional<Words> of(String slug, List<Locale> wanted) {
        Editions.Offer offer = transactions.call(() -> editions.offer(slug));
        return offer instanceof Editions.Offer.Open open
                ? Optional.of(words(open.published().study(), wanted))
                : Optional.empty();
    }

    private static Words words(Study study, List<Locale> wanted) {
        Language language = preferred(study.languages(), wanted);
        return new Words(
                language.tag(),
                StateJson.rightToLeft(language),
                study.title().in(language),
                study.about().map(about -> about.in(language)));
    }

    /** The page's script chooses by the same rule, so that the words stay when it comes. */
    static Language preferred(List<Language> offered, List<Locale> wanted) {
        for (Locale want : wanted) {
            Optional<Language> same = offered.stream()
                    .filter(one -> one.tag().equalsIgnoreCase(want.toLanguageTag()))
                    .findFirst();
            Optional<Language> alike = offered.stream()
                    .filter(one ->
                            Locale.forLanguageTag(one.tag()).getLanguage().equals(want.getLanguage()))
                    .findFirst();
            if (same.or(() -> alike).isPresent()) {
                return same.or(() -> alike).get();
            }
        }
        return offered.get(0);
    }
}
