package org.antiphon.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.rating.Greeting;

/**
 * What the page of a participant says before its script has come, or where none may run.
 *
 * @param direction {@code ltr} or {@code rtl}
 * @param about paragraphs; none where the study says nothing of itself
 * @param preview whether it is a researcher who tries the study out
 */
public record PageShell(String language, String direction, String title, List<String> about, Own own, boolean preview) {

    /** What the page says by itself: that it is coming, what to do if it is not, and what it cannot do without. */
    public record Own(String loading, String late, String script) {}

    private static final Own ENGLISH = new Own(
            "One moment",
            "If nothing more comes, load this page again.",
            "This study needs JavaScript to play its clips in step and to keep your answers safe. Please switch it on for this"
                    + " page and load it again.");

    private static final Map<String, Own> OWN = Map.of(
            "en",
            ENGLISH,
            "de",
            new Own(
                    "Einen Augenblick",
                    "Wenn nichts weiter kommt, laden Sie diese Seite neu.",
                    "Diese Studie braucht JavaScript, um ihre Ausschnitte im Gleichlauf zu spielen und Ihre Antworten sicher"
                            + " aufzuheben. Bitte schalten Sie es für diese Seite ein und laden Sie sie neu."),
            "fr",
            new Own(
                    "Un instant",
                    "Si rien d’autre ne vient, rechargez cette page.",
                    "Cette étude a besoin de JavaScript pour jouer ses extraits ensemble et garder vos réponses en sûreté."
                            + " Veuillez l’activer pour cette page et la recharger."),
            "es",
            new Own(
                    "Un momento",
                    "Si no aparece nada más, vuelva a cargar esta página.",
                    "Este estudio necesita JavaScript para reproducir sus fragmentos a la vez y guardar bien sus respuestas."
                            + " Actívelo para esta página y vuelva a cargarla."),
            "ar",
            new Own(
                    "لحظة من فضلك",
                    "إذا لم يظهر شيء آخر فأعد تحميل هذه الصفحة.",
                    "تحتاج هذه الدراسة إلى JavaScript لتشغيل المقاطع معًا وحفظ إجاباتك بأمان. فعّله لهذه الصفحة ثم أعد"
                            + " تحميلها."));

    /** @param words none if there is no such study, or it is closed; the script then says which */
    static PageShell of(Optional<Greeting.Words> words, boolean preview) {
        return words.map(said -> new PageShell(
                        said.language(),
                        said.rightToLeft() ? "rtl" : "ltr",
                        said.title(),
                        said.about().map(PageShell::paragraphs).orElse(List.of()),
                        own(said.language()),
                        preview))
                .orElseGet(() -> new PageShell("en", "ltr", "Listening study", List.of(), ENGLISH, preview));
    }

    private static List<String> paragraphs(String text) {
        return List.of(text.strip().split("\\n\\s*\\n"));
    }

    /** Where we have no words in a language of a study our own are English. */
    private static Own own(String language) {
        return OWN.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
    }

    /** The language of what the page says by itself. */
    public String ownLanguage() {
        return OWN.containsKey(Locale.forLanguageTag(language).getLanguage()) ? language : "en";
    }
}
