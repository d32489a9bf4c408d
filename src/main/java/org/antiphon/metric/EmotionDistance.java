package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;

/**
 * How far the cues to the emotion of a performance lie from the true sound's: mean of their absolute differences, each in
 * units of how far it lies apart between opposite emotions, over the cues that can be read from both.
 */
public record EmotionDistance() implements SoundMetric {

    private static final int FEWEST_CUES = 4;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "emotion-distance",
                "Distance of the cues to emotion",
                MetricUnit.NUMBER,
                Better.LOWER,
                0,
                Double.POSITIVE_INFINITY,
                Needs.anyLength("two sounds in which notes are heard").at(SampleRate.MODEL),
                CueDifference.SOURCE + "; mean over tempo, articulation, level, dynamics, vibrato and brightness",
                1,
                "Whether the candidate is played in the same spirit: 0 is every cue alike, 1 about as far as sad is from"
                        + " happy.",
                "Which emotion is heard, or whether any: only listeners can say. A piano has no vibrato to compare.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        double sum = 0;
        int count = 0;
        for (Cue cue : Cue.values()) {
            OptionalDouble truth = pair.referenceCues().get(cue);
            OptionalDouble heard = pair.candidateCues().get(cue);
            if (truth.isPresent() && heard.isPresent()) {
                sum += Math.abs(heard.getAsDouble() - truth.getAsDouble()) / cue.scale();
                count++;
            }
        }
        return count < FEWEST_CUES
                ? new NotMeasured("only " + count + " of " + Cue.values().length + " cues can be read from both sounds")
                : new Measured(sum / count, MetricUnit.NUMBER);
    }
}
