package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
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
public record NoteF1(boolean offsets) implements TranscriptMetric {

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
        return new NotePart(this, Scores.Part.F1).card();
    }

    @Override
    public Measurement measure(SoundPair pair) {
        return new NotePart(this, Scores.Part.F1).measure(pair);
    }

    @Override
    public Measurement measure(Transcript reference, Transcript candidate) {
        return new NotePart(this, Scores.Part.F1).measure(reference, candidate);
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

    /** Precision and recall of two lists of notes, in any order; 0 where a side is empty, as mir_eval has it. */
    public Scores score(List<Note> reference, List<Note> estimated) {
        return score(NoteList.of(reference), NoteList.of(estimated));
    }

    /** The same of plain arrays. */
    public Scores score(NoteList reference, NoteList estimated) {
        double[] trueOctaves = octaves(reference.hertz());
        double[] foundOctaves = octaves(estimated.hertz());
        int[][] candidates = Matching.candidates(
                reference.size(),
                estimated.size(),
                (i, j) -> toTenthOfMillisecond(reference.onset()[i] - estimated.onset()[j]) <= ONSET_SECONDS
                        && Math.abs(1200 * (trueOctaves[i] - foundOctaves[j])) <= PITCH_CENTS
                        && (!offsets || endsAgree(reference, i, estimated.offset()[j])));
        return Scores.of(Matching.size(candidates, estimated.size()), reference.size(), estimated.size());
    }

    private static boolean endsAgree(NoteList reference, int i, double offset) {
        double length = reference.offset()[i] - reference.onset()[i];
        return toTenthOfMillisecond(reference.offset()[i] - offset) <= Math.max(OFFSET_SHARE * length, OFFSET_SECONDS);
    }

    /** Distances are compared to four decimals, as mir_eval does, so that 0.05 means 0.05. */
    private static double toTenthOfMillisecond(double seconds) {
        return Math.rint(Math.abs(seconds) * 1e4) / 1e4;
    }

    private static double[] octaves(double[] hertz) {
        double[] octaves = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            octaves[i] = MelodyScores.log2(hertz[i]);
        }
        return octaves;
    }

    /** What the metric's three numbers are cards of. */
    MetricCard card(Scores.Part part) {
        String what = offsets ? "onset, pitch, offset" : "onset, pitch";
        String question =
                switch (part) {
                    case PRECISION -> "How many of the notes that sound should sound";
                    case RECALL -> "How many of the notes that should sound do sound";
                    case F1 -> "How many notes are right, missing and surplus ones counted alike";
                };
        return new MetricCard(
                "note-" + part.name().toLowerCase(java.util.Locale.ROOT) + (offsets ? "-offset" : ""),
                "Note " + part.label() + " (" + what + ")",
                MetricUnit.NUMBER,
                Better.HIGHER,
                0,
                1,
                Needs.anyLength("notes of both sides; from sounds, one transcriber hears both")
                        .at(SampleRate.MODEL),
                "MIREX note tracking; matching as in mir_eval.transcription (Raffel et al. 2014)",
                1,
                question + ": begun within 50 ms, in tune within 50 cents"
                        + (offsets ? ", and ended when they should." : "."),
                "How they are played: loud or soft, warm or harsh. The transcriber errs, most of all on chords: read the"
                        + " number against what it gets on the true sound.");
    }
}
