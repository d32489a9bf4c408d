package org.antiphon.metric;

import java.util.List;
import java.util.Locale;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.OnsetDetector;

/**
 * How many note onsets agree within a window, one to one, as F1. Over two sounds, the same detector listens to both;
 * over an annotation and a sound, the detector's own errors count too.
 *
 * @param window largest distance of two onsets that agree, in seconds
 */
public record OnsetF1(double window) implements TranscriptMetric {

    /** The customary window of 50 ms. */
    public static final OnsetF1 CUSTOMARY = new OnsetF1(0.05);

    /** @throws IllegalArgumentException if the window is not positive */
    public OnsetF1 {
        if (!(window > 0)) {
            throw new IllegalArgumentException("onset window must be positive, was " + window);
        }
    }

    @Override
    public MetricCard card() {
        long milliseconds = Math.round(window * 1000);
        return new MetricCard(
                "onset-f1-" + milliseconds + "ms",
                String.format(Locale.ROOT, "Onset F1 (%d ms)", milliseconds),
                MetricUnit.NUMBER,
                Better.HIGHER,
                0,
                1,
                Needs.anyLength("onset times of both sides; from sounds, one detector hears both")
                        .at(SampleRate.MODEL),
                "MIREX onset detection; matching as in mir_eval.onset (Raffel et al. 2014)",
                1,
                "How many notes begin when they should, within " + milliseconds
                        + " ms, missing and surplus ones counted alike.",
                "Which notes they are, or how they go on. The detector errs on soft bowed attacks: read the number against"
                        + " what it gets on the true sound.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        return measure(pair.heardReference().onsets(), pair.heardCandidate().onsets());
    }

    @Override
    public Measurement measure(Transcript reference, Transcript candidate) {
        if (reference.onsets().isEmpty() || candidate.onsets().isEmpty()) {
            return new NotMeasured("onsets are not known of both sides");
        }
        return measure(reference.onsets().get(), candidate.onsets().get());
    }

    /** Annotated onset times against what the detector hears in a sound. */
    public Measurement measure(double[] annotation, Waveform candidate) {
        return measure(annotation, OnsetDetector.STANDARD.onsets(candidate));
    }

    /** F1 of onset times in seconds. */
    public Measurement measure(double[] reference, double[] estimated) {
        return reference.length == 0
                ? new NotMeasured("the reference has no onsets")
                : new Measured(score(reference, estimated).f1(), MetricUnit.NUMBER);
    }

    /** Precision and recall of onset times in seconds, in any order; 0 where a side is empty, as mir_eval has it. */
    public Scores score(double[] reference, double[] estimated) {
        int[][] candidates = Matching.candidates(
                reference.length,
                estimated.length,
                (i, j) -> reference[i] >= estimated[j] - window && reference[i] <= estimated[j] + window);
        return Scores.of(Matching.size(candidates, estimated.length), reference.length, estimated.length);
    }

    /** The onset times of notes, notes that begin together counted once (within 10 ms). */
    public static double[] onsetsOf(List<Note> notes) {
        double[] sorted = notes.stream().mapToDouble(Note::onset).sorted().toArray();
        int count = 0;
        for (double onset : sorted) {
            if (count == 0 || onset - sorted[count - 1] > 0.010) {
                sorted[count++] = onset;
            }
        }
        return java.util.Arrays.copyOf(sorted, count);
    }
}
