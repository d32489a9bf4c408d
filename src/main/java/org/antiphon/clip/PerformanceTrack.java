package org.antiphon.clip;

/**
 * The performance latent: what happens in a performance, 50 times a second, readable by people and by both decoders.
 *
 * <p>Step {@code t} covers [t/50, (t+1)/50) seconds. Arrays over steps have length {@code steps}; arrays over steps and
 * semitones are row-major {@code [t * SEMITONES + s]}, where s = 0 is MIDI note {@value #LOWEST_NOTE}.
 *
 * @param onset probability that any note begins in the step, 0 to 1
 * @param voiced probability that anything sounds, 0 to 1
 * @param attack probability that this semitone begins in the step, 0 to 1
 * @param pitch probability that this semitone sounds, 0 to 1 (several at once for keyboard instruments)
 * @param bend deviation of the sounding pitch from its semitone, in semitones (vibrato, tuning), about -0.5 to 0.5
 * @param loudness level in dBFS of a 40 ms window, floor -80
 * @param brightness spectral centroid on the mel scale over the mel range, 0 to 1
 * @param motion motion energy: mean flow magnitude in picture widths a second
 * @param learned learned channels, row-major {@code [t * learnedChannels + c]}
 * @param confidence how much the model trusts the step, 0 to 1
 */
public record PerformanceTrack(
        int steps,
        float[] onset,
        float[] voiced,
        float[] attack,
        float[] pitch,
        float[] bend,
        float[] loudness,
        float[] brightness,
        float[] motion,
        int learnedChannels,
        float[] learned,
        float[] confidence) {

    /** MIDI number of the lowest semitone: A0, the lowest piano key. */
    public static final int LOWEST_NOTE = 21;

    /** Number of semitones: the 88 keys of a piano, A0 to C8. */
    public static final int SEMITONES = 88;

    /** Steps per second. */
    public static final int RATE = 50;

    /** @throws IllegalArgumentException naming the channel whose length does not fit */
    public PerformanceTrack {
        require("onset", onset, steps);
        require("voiced", voiced, steps);
        require("attack", attack, steps * SEMITONES);
        require("pitch", pitch, steps * SEMITONES);
        require("bend", bend, steps);
        require("loudness", loudness, steps);
        require("brightness", brightness, steps);
        require("motion", motion, steps);
        require("learned", learned, steps * learnedChannels);
        require("confidence", confidence, steps);
    }

    private static void require(String channel, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "channel " + channel + " must hold " + length + " values, got " + values.length);
        }
    }

    public double seconds() {
        return (double) steps / RATE;
    }
}
