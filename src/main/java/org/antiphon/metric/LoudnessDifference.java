package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Loudness;

/** How much louder the candidate is than the reference as a whole. They may differ in length and rate. */
public record LoudnessDifference() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "loudness-difference",
                "Loudness difference",
                MetricUnit.LOUDNESS_UNITS,
                Better.NEARER_TO_ZERO,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Needs.anyLength("two sounds of at least 0.4 s above -70 LUFS"),
                "ITU-R BS.1770-4, integrated, one channel",
                1,
                "How much louder the candidate is as a whole, as broadcasters count it; negative: softer.",
                "Anything about the music. It is there to be known before others are read: many metrics change with the"
                        + " volume.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        OptionalDouble a = Loudness.integrated(pair.reference());
        OptionalDouble b = Loudness.integrated(pair.candidate());
        if (a.isEmpty() || b.isEmpty()) {
            return new NotMeasured("the " + (a.isEmpty() ? "reference" : "candidate")
                    + " is shorter than 0.4 s or quieter than -70 LUFS");
        }
        return new Measured(b.getAsDouble() - a.getAsDouble(), MetricUnit.LOUDNESS_UNITS);
    }
}
