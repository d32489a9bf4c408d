package org.antiphon.cli.measurement;

import java.util.Arrays;
import org.antiphon.metric.Annotation;
import org.antiphon.metric.NoteList;
import org.antiphon.metric.TimedMelody;

/** The three things that an annotation may hold, checked. */
final class AnnotationForms {

    private AnnotationForms() {}

    static AnnotationFile.Read onsets(double[] seconds) {
        checkTimes(seconds);
        return new AnnotationFile.Read(Annotation.ofOnsets(seconds), seconds.length + " onsets");
    }

    static AnnotationFile.Read notes(NoteList notes) {
        checkTimes(notes.onset());
        return new AnnotationFile.Read(Annotation.ofNotes(notes), notes.onset().length + " notes");
    }

    static AnnotationFile.Read melody(TimedMelody melody) {
        checkTimes(melody.times());
        return new AnnotationFile.Read(Annotation.ofMelody(melody), melody.times().length + " pitches over time");
    }

    private static void checkTimes(double[] seconds) {
        Arrays.stream(seconds)
                .filter(time -> !(time >= 0 && Double.isFinite(time)))
                .findFirst()
                .ifPresent(time -> {
                    throw new IllegalArgumentException("there is the time " + time + " s, before the beginning");
                });
    }
}
