package org.antiphon.metric;

import java.util.Optional;

/**
 * What is played, without its sound: annotated by somebody, or heard in a sound. Each part is empty where it is not known,
 * which is not the same as a list without entries.
 */
public interface Transcript {

    /** When notes begin, in seconds, in any order. */
    Optional<double[]> onsets();

    /** The notes, in any order. */
    Optional<NoteList> notes();

    /** The one pitch over time. */
    Optional<TimedMelody> melody();
}
