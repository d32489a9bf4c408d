package org.antiphon.dataset.etude;

import java.util.List;

/**
 * A melody over a chord progression, before anybody plays it: no key, no tempo, no instrument.
 *
 * @param id what recordings of this composition share, and what the split is made by
 * @param scale semitones above the tonic of the seven degrees
 * @param beatsPerBar 3 or 4
 * @param melody by beat, without overlap; gaps are rests
 * @param chords degree of the root of each bar's triad, 0 = tonic
 */
record Composition(String id, int[] scale, int beatsPerBar, List<MelodyNote> melody, int[] chords) {

    /** One melody note: start and length in beats, {@code degree} in scale steps from the tonic (may be negative). */
    record MelodyNote(double beat, double beats, int degree) {}

    Composition {
        melody = List.copyOf(melody);
    }

    /** Semitones from the tonic of a scale step, over as many octaves as it takes. */
    int semitones(int degree) {
        return scale[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
    }

    /** The degree of the chord root that is in force at {@code beat}. */
    int chordAt(double beat) {
        int bar = (int) Math.floor(beat / beatsPerBar + 1e-9);
        return chords[Math.floorMod(bar, chords.length)];
    }
}
