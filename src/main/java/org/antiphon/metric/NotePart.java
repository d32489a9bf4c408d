package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.signal.NoteTranscriber.Voices;

/** Precision, recall or F1 of the notes heard in two sounds, by the rule of {@link NoteF1}. */
public record NotePart(NoteF1 rule, Scores.Part part) implements SoundMetric {

    @Override
    public MetricCard card() {
        return rule.card(part);
    }

    @Override
    public Measurement measure(SoundPair pair) {
        Voices voices = pair.heardReference().voices();
        List<Note> reference = pair.heardReference().notes(voices);
        if (reference.isEmpty()) {
            return new NotMeasured("the reference has no notes");
        }
        Scores scores = rule.score(reference, pair.heardCandidate().notes(voices));
        return new Measured(scores.get(part), MetricUnit.NUMBER);
    }
}
