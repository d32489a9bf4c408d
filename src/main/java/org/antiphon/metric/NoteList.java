package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Note;

/**
 * Notes as plain arrays, one entry a note, in any order.
 *
 * @param onset seconds
 * @param offset seconds, not before the onset
 * @param hertz pitch, positive
 */
public record NoteList(double[] onset, double[] offset, double[] hertz) {

    /** @throws IllegalArgumentException naming the first note that cannot be */
    public NoteList {
        if (onset.length != offset.length || onset.length != hertz.length) {
            throw new IllegalArgumentException("note list of " + onset.length + " onsets, " + offset.length
                    + " offsets and " + hertz.length + " pitches");
        }
        for (int i = 0; i < onset.length; i++) {
            if (!(onset[i] <= offset[i] && hertz[i] > 0 && Double.isFinite(offset[i] - onset[i] + hertz[i]))) {
                throw new IllegalArgumentException(
                        "note " + i + " from " + onset[i] + " to " + offset[i] + " s at " + hertz[i] + " Hz");
            }
        }
    }

    static NoteList of(List<Note> notes) {
        return new NoteList(
                notes.stream().mapToDouble(Note::onset).toArray(),
                notes.stream().mapToDouble(Note::offset).toArray(),
                notes.stream().mapToDouble(Note::hertz).toArray());
    }

    int size() {
        return onset.length;
    }
}
