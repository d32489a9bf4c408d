package org.antiphon.dataset.etude;

/**
 * How an intention sounds, by the cues that Juslin and Laukka (2003, table 7) report for music performance: anger fast,
 * loud, bright, detached, abrupt; happiness fast, fairly loud, staccato, little timing variability; sadness slow,
 * soft, legato, dull, flat intonation; tenderness slow, soft, legato, slow attacks.
 *
 * @param slowest beats per minute
 * @param fastest beats per minute
 * @param level mean strength of a note, 0 to 1
 * @param levelSpread deviation of that strength from note to note
 * @param articulation share of the time to the next note that sounds when notes are not slurred
 * @param slur probability that a note is tied to the previous one by the bow
 * @param timing deviation of a beat's length, as a share
 * @param ritardando how much slower the last beats are, as a share
 * @param attack seconds in which a bowed note speaks
 * @param brightness 0 dull to 1 bright, at equal strength
 * @param vibratoHertz cycles per second
 * @param vibratoCents peak deviation
 * @param intonation mean deviation of fingered notes in cents
 * @param loudness of the whole performance relative to the corpus, in dB
 */
record Expression(
        double slowest,
        double fastest,
        double level,
        double levelSpread,
        double articulation,
        double slur,
        double timing,
        double ritardando,
        double attack,
        double brightness,
        double vibratoHertz,
        double vibratoCents,
        double intonation,
        double loudness) {

    static Expression of(Intention intention) {
        return switch (intention) {
            case HAPPY -> new Expression(108, 138, 0.70, 0.10, 0.76, 0.18, 0.010, 0.00, 0.020, 0.65, 5.9, 18, 3, 1.0);
            case SAD -> new Expression(62, 82, 0.42, 0.05, 1.00, 0.55, 0.030, 0.18, 0.050, 0.20, 5.0, 20, -4, -2.5);
            case TENDER -> new Expression(68, 92, 0.48, 0.04, 0.99, 0.50, 0.025, 0.14, 0.045, 0.32, 5.3, 24, 0, -2.0);
            case ANGRY -> new Expression(112, 140, 0.88, 0.12, 0.84, 0.08, 0.015, 0.00, 0.012, 0.90, 6.3, 34, 2, 2.5);
        };
    }
}
