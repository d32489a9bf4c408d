package org.antiphon.dataset.etude;

import java.util.List;

/**
 * What one performer does with one composition: the common cause of the sound and of the picture.
 *
 * @param performer who plays
 * @param intention what is to be expressed
 * @param seconds length of the recording
 * @param notes by onset
 * @param strokes bow strokes by start; empty for a struck instrument
 * @param f0 sounding frequency every 10 ms from time 0 with vibrato and tuning, 0 where nothing sounds; for a
 *     polyphonic instrument the highest sounding note
 * @param beats times of the beats in seconds (body sway follows them)
 * @param tempo beats per minute
 * @param seed everything else that is random about this performance derives from it
 */
public record Performance(
        Performer performer,
        Intention intention,
        double seconds,
        List<EtudeNote> notes,
        List<BowStroke> strokes,
        float[] f0,
        List<Double> beats,
        double tempo,
        long seed) {

    /** Seconds between two values of {@link #f0}. */
    public static final double F0_HOP = 0.010;

    public Performance {
        notes = List.copyOf(notes);
        strokes = List.copyOf(strokes);
        beats = List.copyOf(beats);
    }
}
