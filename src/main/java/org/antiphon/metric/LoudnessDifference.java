package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Loudness;

/** How much louder the candidate is than the reference as a whole. They may differ in length and rate. */
public record LoudnessDifference() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard("loudness-difference", "Loudness difference", MetricUnit.LOUDNESS_UNITS,
                Better.NEARER_TO_ZERO, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                "two sounds of at least 0.4 s above -70 LUFS", "ITU-R BS.1770-4", 1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        OptionalDouble a = Loudness.integrated(reference);
        OptionalDouble b = Loudness.integrated(candidate);
        if (a.isEmpty() || b.isEmpty()) {
            return new NotMeasured("the " + (a.isEmpty() ? "reference" : "candidate")
                    + " is shorter than 0.4 s or quieter than -70 LUFS");
        }
        return new Measured(b.getAsDouble() - a.getAsDouble(), MetricUnit.LOUDNESS_UNITS);
    }
}
