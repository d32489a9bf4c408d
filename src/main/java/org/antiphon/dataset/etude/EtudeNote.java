package org.antiphon.dataset.etude;

/**
 * One note as performed.
 *
 * @param onset start of the sound in seconds
 * @param offset end of the sustained sound in seconds (for a struck note: when it is damped or released)
 * @param midi nominal MIDI number
 * @param hertz nominal frequency with the performance's tuning, without vibrato
 * @param velocity strength, 0 to 1
 * @param string 0 for the lowest string of a bowed instrument; -1 elsewhere
 * @param finger semitones above the open string (0 = open); -1 elsewhere
 * @param hand 0 left, 1 right: the mallet or hand that strikes; -1 on a bowed instrument
 * @param stroke index into {@link Performance#strokes()}; -1 elsewhere. Slurred notes share a stroke
 */
public record EtudeNote(
        double onset,
        double offset,
        int midi,
        double hertz,
        double velocity,
        int string,
        int finger,
        int hand,
        int stroke) {}
