package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.NoteTranscriber;

/**
 * How many notes agree, one to one, as F1: onsets within 50 ms and pitches within 50 cents; with offsets, these too,
 * within 50 ms or a fifth of the true note's length, whichever is more. Over two sounds, the same
 * transcriber hears both, with as many voices as it finds in the reference.
 *
 * @param offsets whether the ends of notes count
 */
public record NoteF1(boolean offsets) implements SoundMetric {

    /** Onset and pitch. */
    public static final NoteF1 ONSET_PITCH = new NoteF1(false);

    /** Onset, pitch and offset. */
    public static final NoteF1 ONSET_PITCH_OFFSET = new NoteF1(true);

    private static final double ONSET_SECONDS = 0.05;
    private static final double PITCH_CENTS = 50;
    private static final double OFFSET_SECONDS = 0.05;
    private static final double OFFSET_SHARE = 0.2;

    @Override
    public MetricCard card() {
        return new MetricCard(
                offsets ? "note-f1-offset" : "note-f1",
                offsets ? "Note F1 (onset, pitch, offset)" : "Note F1 (onset, pitch)",
                MetricUnit.NUMBER,
                Better.HIGHER,
                0,
                1,
                "notes of both sides; from sounds, one transcriber hears both",
                "MIREX note tracking; matching as in mir_eval.transcription (Raffel et al. 2014)",
                1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        NoteTranscriber.Voices voices = NoteTranscriber.STANDARD.voices(reference);
        return measure(
                NoteTranscriber.STANDARD.notes(reference, voices), NoteTranscriber.STANDARD.notes(candidate, voices));
    }

    /** Annotated notes against what the transcriber hears in a sound. */
    public Measurement measure(List<Note> annotation, Waveform candidate) {
        return measure(annotation, NoteTranscriber.STANDARD.notes(candidate));
    }

    /** F1 of two lists of notes. */
    public Measurement measure(List<Note> reference, List<Note> estimated) {
        return reference.isEmpty()
                ? new NotMeasured("the reference has no notes")
                : new Measured(score(reference, estimated).f1(), MetricUnit.NUMBER);
    }

    /** Precision and recall of two lists of notes, in any order. */
    public Scores score(List<Note> reference, List<Note> estimated) {
        int[][] candidates = Matching.candidates(
                reference.size(), estimated.size(), (i, j) -> agree(reference.get(i), estimated.get(j)));
        return Scores.of(Matching.size(candidates, estimated.size()), reference.size(), estimated.size());
    }

    private boolean agree(Note reference, Note estimated) {
        double onset = toTenthOfMillisecond(reference.onset() - estimated.onset());
        double cents = Math.abs(1200 * Math.log(estimated.hertz() / reference.hertz()) / Math.log(2));
        double offset = toTenthOfMillisecond(reference.offset() - estimated.offset());
        double allowed = Math.max(OFFSET_SECONDS, OFFSET_SHARE * reference.duration());
        return onset <= ONSET_SECONDS && cents <= PITCH_CENTS && (!offsets || offset <= allowed);
    }

    /** Distances are compared to four decimals, as mir_eval does, so that 0.05 means 0.05. */
    private static double toTenthOfMillisecond(double seconds) {
        return Math.rint(Math.abs(seconds) * 1e4) / 1e4;
    }
}
