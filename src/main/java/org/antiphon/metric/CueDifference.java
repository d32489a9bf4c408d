package org.antiphon.metric;

import java.util.Locale;
import java.util.OptionalDouble;
import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;

/** By how much one cue to the emotion of a performance differs from the true sound's: candidate minus reference. */
public record CueDifference(Cue cue) implements SoundMetric {

    static final String SOURCE =
            "Juslin and Laukka 2003, Communication of emotions in vocal expression and music performance";

    @Override
    public MetricCard card() {
        return new MetricCard(
                "cue-" + cue.name().toLowerCase(Locale.ROOT),
                cue.label() + " (cue to emotion)",
                cue.unit(),
                Better.NEARER_TO_ZERO,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Needs.anyLength("two sounds in which notes are heard").at(SampleRate.MODEL),
                SOURCE + "; here: " + cue.definition(),
                1,
                cue.tells(),
                "Which emotion is heard: only listeners can say. One cue belongs to several emotions, and the piece itself"
                        + " sets most of it.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        OptionalDouble truth = pair.referenceCues().get(cue);
        OptionalDouble heard = pair.candidateCues().get(cue);
        if (truth.isEmpty() || heard.isEmpty()) {
            return new NotMeasured(cue.label().toLowerCase(Locale.ROOT) + " cannot be read from the "
                    + (truth.isEmpty() ? "reference" : "candidate") + ": too few notes, or none that allow it");
        }
        return new Measured(heard.getAsDouble() - truth.getAsDouble(), cue.unit());
    }
}
