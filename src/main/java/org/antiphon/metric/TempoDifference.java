package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;

/** How far apart the tempi of two sounds are, both guessed in one way; they may differ in length. */
public record TempoDifference() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "tempo-difference",
                "Tempo difference",
                MetricUnit.BEATS_PER_MINUTE,
                Better.LOWER,
                0,
                200,
                Needs.anyLength("two sounds of at least two seconds with a beat")
                        .at(SampleRate.MODEL),
                "autocorrelation of onset strength (Ellis 2007)",
                1,
                "Whether both are felt at the same speed.",
                "Which of two speeds is meant: half and double tempo are easily confused, and then the number is large"
                        + " though nothing is wrong.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        OptionalDouble a = pair.heardReference().beatsPerMinute();
        OptionalDouble b = pair.heardCandidate().beatsPerMinute();
        if (a.isEmpty() || b.isEmpty()) {
            return new NotMeasured("no tempo is heard in the " + (a.isEmpty() ? "reference" : "candidate"));
        }
        return new Measured(Math.abs(a.getAsDouble() - b.getAsDouble()), MetricUnit.BEATS_PER_MINUTE);
    }
}
