package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Tempo;

/** How far apart the tempi of two sounds are, both guessed in one way; they may differ in length. */
public record TempoDifference() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard("tempo-difference", "Tempo difference", MetricUnit.BEATS_PER_MINUTE, Better.LOWER, 0, 200,
                "two sounds of at least two seconds with a beat", "autocorrelation of onset strength (Ellis 2007)", 1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        OptionalDouble a = Tempo.beatsPerMinute(reference);
        OptionalDouble b = Tempo.beatsPerMinute(candidate);
        if (a.isEmpty() || b.isEmpty()) {
            return new NotMeasured("no tempo is heard in the " + (a.isEmpty() ? "reference" : "candidate"));
        }
        return new Measured(Math.abs(a.getAsDouble() - b.getAsDouble()), MetricUnit.BEATS_PER_MINUTE);
    }
}
