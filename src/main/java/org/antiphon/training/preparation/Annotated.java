package org.antiphon.training.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Note;
import org.antiphon.dataset.Recording;

/**
 * What was annotated of a recording, read once.
 *
 * @param notes by onset; empty optional where nobody wrote them down
 * @param f0 every 10 ms, where somebody wrote it down
 * @param joints {@code [frame][47][3]} in pixels of the video, or empty
 * @param tools {@code [frame][8][3]} in pixels of the video, or empty
 * @param trueFlow of every fifth frame, or empty
 */
record Annotated(
        Optional<List<Note>> notes,
        Optional<float[]> f0,
        Optional<float[][][]> joints,
        Optional<float[][][]> tools,
        List<FlowField> trueFlow) {

    /** @throws Unusable naming the file that cannot be read */
    static Annotated of(Recording recording) throws Unusable {
        try {
            return new Annotated(
                    recording.notes(),
                    recording.f0(),
                    recording.skeletons(),
                    recording.tools(),
                    recording.trueFlow().orElse(List.of()));
        } catch (IOException | RuntimeException e) {
            throw new Unusable("its annotation cannot be read: " + Words.of(e), e);
        }
    }

    /** Notes of a window as if it began at 0; those that began before begin with it. */
    static List<Note> within(List<Note> notes, double from, double to) {
        List<Note> inside = new ArrayList<>();
        for (Note note : notes) {
            double end = note.onset() + note.duration();
            if (end >= from && note.onset() < to) {
                double onset = Math.max(0, note.onset() - from);
                inside.add(new Note(onset, note.hertz(), Math.max(0, end - from - onset)));
            }
        }
        return inside;
    }
}
