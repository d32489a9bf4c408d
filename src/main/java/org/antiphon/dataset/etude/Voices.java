package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What holds for the notes of every struck instrument: in order, and a key is free before it is struck again. */
final class Voices {

    private static final double FREE = 0.04;

    private Voices() {}

    /** The notes by onset and pitch, each ended early where the same pitch is struck again; doubles are dropped. */
    static List<EtudeNote> clean(List<EtudeNote> notes) {
        List<EtudeNote> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparingDouble(EtudeNote::onset).thenComparingInt(EtudeNote::midi));
        List<EtudeNote> cleaned = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            EtudeNote note = sorted.get(i);
            double offset = note.offset();
            boolean doubled = false;
            for (int j = i + 1; j < sorted.size(); j++) {
                EtudeNote other = sorted.get(j);
                if (other.midi() == note.midi()) {
                    doubled |= other.onset() - note.onset() < 0.1;
                    offset = Math.min(offset, other.onset() - FREE);
                    break;
                }
            }
            if (!doubled) {
                cleaned.add(new EtudeNote(
                        note.onset(),
                        offset,
                        note.midi(),
                        note.hertz(),
                        note.velocity(),
                        note.string(),
                        note.finger(),
                        note.hand(),
                        note.stroke()));
            }
        }
        return cleaned;
    }
}
