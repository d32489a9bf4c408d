package org.antiphon.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Resampler;

/**
 * Two sounds made comparable by one rule: the candidate is resampled to the reference's rate; lengths may differ by one
 * video frame (40 ms), and then the longer one's surplus at the end is left out; more than that is refused.
 */
final class SoundPair {

    static final double TOLERANCE_SECONDS = 0.040;

    private SoundPair() {}

    /** Two sounds of one rate and length. */
    record Aligned(float[] reference, float[] candidate, SampleRate rate) {}

    /** Computes a measurement from aligned sounds. */
    interface Computation {
        Measurement of(Aligned pair);
    }

    static Measurement measure(Waveform reference, Waveform candidate, Computation computation) {
        double gap = Math.abs(reference.seconds() - candidate.seconds());
        if (gap > TOLERANCE_SECONDS + 1e-9) {
            return new NotMeasured(String.format(java.util.Locale.ROOT,
                    "the sounds differ in length: %.3f s and %.3f s", reference.seconds(), candidate.seconds()));
        }
        float[] other = Resampler.to(candidate, reference.rate()).samples();
        int length = Math.min(reference.length(), other.length);
        if (length == 0) {
            return new NotMeasured("there is no sound to compare");
        }
        return computation.of(new Aligned(
                Arrays.copyOf(reference.samples(), length), Arrays.copyOf(other, length), reference.rate()));
    }

    static double energy(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Applies {@code value} unless the reference is silent. */
    static Measurement unlessReferenceSilent(Aligned pair, MetricUnit unit, ToDoubleFunction<Aligned> value) {
        return energy(pair.reference()) == 0
                ? new NotMeasured("the reference is silent")
                : new Measured(value.applyAsDouble(pair), unit);
    }
}
