package org.antiphon.metric;

import org.antiphon.signal.NoteTranscriber.Voices;

/** Precision, recall or F1 of the notes heard in two sounds, by the rule of {@link NoteF1}. */
public record NotePart(NoteF1 rule, Scores.Part part) implements TranscriptMetric {

    @Override
    public MetricCard card() {
        return rule.card(part);
    }

    @Override
    public Measurement measure(SoundPair pair) {
        Voices voices = pair.heardReference().voices();
        return measure(
                NoteList.of(pair.heardReference().notes(voices)),
                NoteList.of(pair.heardCandidate().notes(voices)));
    }

    @Override
    public Measurement measure(Transcript reference, Transcript candidate) {
        if (reference.notes().isEmpty() || candidate.notes().isEmpty()) {
            return new NotMeasured("notes are not known of both sides");
        }
        return measure(reference.notes().get(), candidate.notes().get());
    }

    private Measurement measure(NoteList reference, NoteList candidate) {
        return reference.size() == 0
                ? new NotMeasured("the reference has no notes")
                : new Measured(rule.score(reference, candidate).get(part), MetricUnit.NUMBER);
    }
}
