package org.antiphon.metric;

/**
 * By what listeners hear an emotion in a performance, of the cues that Juslin and Laukka (2003, tables 7 and 11) find in
 * the literature: those that can be read from sound alone.
 */
public enum Cue {
    TEMPO(
            "Tempo",
            MetricUnit.NUMBER,
            0.75,
            "binary logarithm of notes a second, from the first's beginning to the last's",
            "How much faster the notes follow each other; 1: twice as fast, -1: half. Happy and angry playing is fast, sad and"
                    + " tender playing slow."),
    ARTICULATION(
            "Articulation",
            MetricUnit.NUMBER,
            0.1,
            "mean share of the time to the next note that sounds, where that is at most 1.5 s",
            "How much longer notes are held: positive is more legato (sad, tender), negative more staccato (happy, angry)."),
    LEVEL(
            "Sound level",
            MetricUnit.LOUDNESS_UNITS,
            5,
            "integrated loudness, ITU-R BS.1770-4",
            "How much louder the whole is. Angry playing is loud, sad and tender playing soft."),
    DYNAMICS(
            "Dynamics",
            MetricUnit.DECIBELS,
            2,
            "standard deviation of the levels of notes, highest 40 ms of each",
            "How much more loud and soft notes differ: anger and fear vary much, sadness and tenderness little."),
    VIBRATO(
            "Vibrato extent",
            MetricUnit.CENTS,
            10,
            "amplitude of the sinusoid of 4 to 8 Hz that fits the pitch best, mean over notes of at least 0.4 s, 0 where it"
                    + " explains less than 40 %",
            "How much wider the vibrato is. Angry vibrato is wide, sad vibrato narrow and slow."),
    BRIGHTNESS(
            "Brightness",
            MetricUnit.DECIBELS,
            8,
            "energy above 3 kHz relative to all",
            "How much more high-frequency energy there is: anger and happiness are bright, sadness and tenderness dull.");

    /*
     * The scales: on 64 synthesised etudes, four of each intention on each of four instruments, happy or angry and sad or
     * tender performances lie about so far apart, as these detectors hear them.
     */

    private final String label;
    private final MetricUnit unit;
    private final double scale;
    private final String definition;
    private final String tells;

    Cue(String label, MetricUnit unit, double scale, String definition, String tells) {
        this.label = label;
        this.unit = unit;
        this.scale = scale;
        this.definition = definition;
        this.tells = tells;
    }

    String label() {
        return label;
    }

    MetricUnit unit() {
        return unit;
    }

    /** About as far as the cue lies apart between opposite emotions: a difference of this size counts 1. */
    double scale() {
        return scale;
    }

    String definition() {
        return definition;
    }

    String tells() {
        return tells;
    }
}
