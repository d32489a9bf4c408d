package org.antiphon.metric;

import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;

/**
 * Whether music hurries and lingers at the same moments: Pearson's correlation of how many notes a second begin, each
 * onset spread by a Gaussian of half a second, ten values a second.
 */
public record TempoCorrelation() implements SoundMetric {

    private static final int RATE = 10;
    private static final double SPREAD_SECONDS = 0.5;
    private static final double SHORTEST_SECONDS = 4;
    private static final int FEWEST_ONSETS = 4;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "tempo-correlation",
                "Tempo correlation",
                MetricUnit.NUMBER,
                Better.HIGHER,
                -1,
                1,
                Needs.aligned("two sounds of at least 4 s, 4 onsets in the reference")
                        .at(SampleRate.MODEL),
                "Pearson's r of onset densities, Gaussian kernel of 0.5 s, 10 a second",
                1,
                "Whether the music hurries, lingers and rests at the same moments.",
                "The tempo itself, and it needs the notes to have changes of pace: an even row of notes correlates by"
                        + " chance.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        if (sounds.mismatch().isPresent()) {
            return new NotMeasured(sounds.mismatch().get());
        }
        double seconds =
                Math.min(sounds.reference().seconds(), sounds.candidate().seconds());
        double[] truth = sounds.heardReference().onsets();
        if (seconds < SHORTEST_SECONDS || truth.length < FEWEST_ONSETS) {
            return new NotMeasured(
                    "a tempo can be followed from 4 s and 4 onsets on; the reference has " + truth.length + " onsets");
        }
        int length = (int) (seconds * RATE);
        double r = Correlation.pearson(
                density(truth, length), density(sounds.heardCandidate().onsets(), length));
        return Double.isNaN(r)
                ? new NotMeasured("the tempo of one of the sounds never changes")
                : new Measured(r, MetricUnit.NUMBER);
    }

    static float[] density(double[] onsets, int length) {
        float[] density = new float[length];
        double scale = 1 / (SPREAD_SECONDS * Math.sqrt(2 * Math.PI));
        for (double onset : onsets) {
            int from = (int) Math.max(0, Math.ceil((onset - 4 * SPREAD_SECONDS) * RATE));
            int to = (int) Math.min(length - 1, Math.floor((onset + 4 * SPREAD_SECONDS) * RATE));
            for (int i = from; i <= to; i++) {
                double away = ((double) i / RATE - onset) / SPREAD_SECONDS;
                density[i] += (float) (scale * Math.exp(-0.5 * away * away));
            }
        }
        return density;
    }
}
