package org.antiphon.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.HeardSound;
import org.antiphon.signal.Resampler;

/**
 * A true sound and a candidate, made comparable by one rule: the candidate is resampled to the reference's rate (or both
 * to the rate that the metric is defined at); lengths may differ by one video frame (40 ms), and then the longer one's
 * surplus at the end is left out; more than that is refused by the metrics that compare moment by moment.
 *
 * <p>What several metrics ask for (resampled sounds, onsets, notes, pitch) is worked out once. For one thread at a time.
 */
public final class SoundPair {

    /** By how much two sounds may differ in length and still be compared moment by moment. */
    public static final double TOLERANCE_SECONDS = 0.040;

    private final Side reference;
    private final Side candidate;
    private EmotionCues referenceCues;
    private EmotionCues candidateCues;

    public SoundPair(Waveform reference, Waveform candidate) {
        this.reference = new Side(reference);
        this.candidate = new Side(candidate);
    }

    /** Two sounds of one rate and length; the arrays are not to be changed. */
    record Aligned(float[] reference, float[] candidate, SampleRate rate) {}

    /** Computes a measurement from aligned sounds. */
    interface Computation {
        Measurement of(Aligned pair);
    }

    private static final class Side {
        private final HeardSound heard;
        private final Map<SampleRate, Waveform> rates = new HashMap<>();

        Side(Waveform sound) {
            this.heard = new HeardSound(sound);
        }

        Waveform at(SampleRate rate) {
            return rate.equals(SampleRate.MODEL)
                    ? heard.atModelRate()
                    : rates.computeIfAbsent(rate, to -> Resampler.to(heard.sound(), to));
        }
    }

    /** The true sound as it was given. */
    public Waveform reference() {
        return reference.heard.sound();
    }

    /** The candidate as it was given. */
    public Waveform candidate() {
        return candidate.heard.sound();
    }

    /** The true sound at another rate. */
    public Waveform referenceAt(SampleRate rate) {
        return reference.at(rate);
    }

    /** The candidate at another rate. */
    public Waveform candidateAt(SampleRate rate) {
        return candidate.at(rate);
    }

    HeardSound heardReference() {
        return reference.heard;
    }

    HeardSound heardCandidate() {
        return candidate.heard;
    }

    EmotionCues referenceCues() {
        if (referenceCues == null) {
            referenceCues = EmotionCues.of(reference.heard, reference.heard.voices());
        }
        return referenceCues;
    }

    /** Read as from so many voices as the reference has. */
    EmotionCues candidateCues() {
        if (candidateCues == null) {
            candidateCues = EmotionCues.of(candidate.heard, reference.heard.voices());
        }
        return candidateCues;
    }

    /** Why the sounds cannot be compared moment by moment; empty if they can. */
    public Optional<String> mismatch() {
        if (reference().length() == 0 || candidate().length() == 0) {
            return Optional.of("there is no sound to compare");
        }
        double gap = Math.abs(reference().seconds() - candidate().seconds());
        return gap <= TOLERANCE_SECONDS + 1e-9
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the sounds differ in length: %.3f s and %.3f s",
                        reference().seconds(),
                        candidate().seconds()));
    }

    /** Computes from both sounds at the reference's rate, or says why not. */
    Measurement aligned(Computation computation) {
        return aligned(reference().rate(), computation);
    }

    /** Computes from both sounds at {@code rate}, or says why not. */
    Measurement aligned(SampleRate rate, Computation computation) {
        Optional<String> mismatch = mismatch();
        if (mismatch.isPresent()) {
            return new NotMeasured(mismatch.get());
        }
        float[] a = referenceAt(rate).samples();
        float[] b = candidateAt(rate).samples();
        int length = Math.min(a.length, b.length);
        return length == 0
                ? new NotMeasured("there is no sound to compare")
                : computation.of(new Aligned(cut(a, length), cut(b, length), rate));
    }

    private static float[] cut(float[] samples, int length) {
        return samples.length == length ? samples : Arrays.copyOf(samples, length);
    }

    /** Applies {@code value} unless the reference is silent. */
    static Measurement unlessReferenceSilent(Aligned pair, MetricUnit unit, ToDoubleFunction<Aligned> value) {
        return Sums.energy(pair.reference()) == 0
                ? new NotMeasured("the reference is silent")
                : new Measured(value.applyAsDouble(pair), unit);
    }
}
