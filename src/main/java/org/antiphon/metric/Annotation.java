package org.antiphon.metric;

import java.util.Optional;

/** What somebody wrote down of a performance. */
public record Annotation(Optional<double[]> onsets, Optional<NoteList> notes, Optional<TimedMelody> melody)
        implements Transcript {

    /** Nothing is played at all, and that is known. */
    public static Annotation ofNothing() {
        double[] none = new double[0];
        return new Annotation(
                Optional.of(none),
                Optional.of(new NoteList(none, none, none)),
                Optional.of(new TimedMelody(none, none)));
    }

    /** Only onsets, in seconds. */
    public static Annotation ofOnsets(double[] seconds) {
        return new Annotation(Optional.of(seconds), Optional.empty(), Optional.empty());
    }

    /** Notes; each begins with an onset, also within a chord. */
    public static Annotation ofNotes(NoteList notes) {
        return new Annotation(Optional.of(notes.onset()), Optional.of(notes), Optional.empty());
    }

    /** One pitch over time. */
    public static Annotation ofMelody(TimedMelody melody) {
        return new Annotation(Optional.empty(), Optional.empty(), Optional.of(melody));
    }

    /** This, and what the other one knows besides. */
    public Annotation and(Annotation other) {
        return new Annotation(onsets.or(other::onsets), notes.or(other::notes), melody.or(other::melody));
    }
}
