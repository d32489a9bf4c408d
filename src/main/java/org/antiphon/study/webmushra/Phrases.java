package org.antiphon.study.webmushra;

import java.util.List;
import java.util.Map;

/** What webMUSHRA's pages say by themselves, in its four languages, in words of our own. */
enum Phrases {
    CLOSENESS(
            "How close is each sound to the reference?",
            "Wie nah kommt jeder Klang der Referenz?",
            "À quel point chaque son est-il proche de la référence ?",
            "¿Cuánto se parece cada sonido a la referencia?"),
    SAMENESS(
            "Which of the two is X?", "Welcher von beiden ist X?", "Lequel des deux est X ?", "¿Cuál de los dos es X?"),
    JUDGEMENT(
            "How do you judge this sound?",
            "Wie beurteilen Sie diesen Klang?",
            "Comment jugez-vous ce son ?",
            "¿Cómo valora este sonido?"),
    AGREEMENT("I agree to take part.", "Ich bin einverstanden.", "J’accepte de participer.", "Acepto participar."),
    CONSENT(
            "Your answers are stored without your name. You may stop at any time.",
            "Ihre Antworten werden ohne Ihren Namen gespeichert. Sie können jederzeit aufhören.",
            "Vos réponses sont enregistrées sans votre nom. Vous pouvez arrêter à tout moment.",
            "Sus respuestas se guardan sin su nombre. Puede dejarlo en cualquier momento.");

    /** Five words from low to high where a study has to bring its own. */
    static final Map<String, List<String>> CATEGORIES = Map.of(
            "fr", List.of("Mauvais", "Médiocre", "Assez bon", "Bon", "Excellent"),
            "es", List.of("Malo", "Mediocre", "Regular", "Bueno", "Excelente"));

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private final List<String> words;

    Phrases(String... words) {
        this.words = List.of(words);
    }

    String in(String language) {
        return words.get(Math.max(0, LANGUAGES.indexOf(language)));
    }
}
