package org.antiphon.metric;

import org.antiphon.clip.Hop;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Stft;

/**
 * Whether loud and soft come at the same moments: Pearson's correlation of A-weighted levels in dB, 100 a second, not
 * below -80 dBFS. The best single number for expression.
 */
public record LoudnessCorrelation() implements SoundMetric {

    private static final double FLOOR_DECIBELS = -80;
    private static final int FRAMES_PER_SECOND = 100;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "loudness-correlation",
                "Loudness correlation",
                MetricUnit.NUMBER,
                Better.HIGHER,
                -1,
                1,
                Needs.aligned("two sounds whose loudness changes"),
                "Pearson's r of A-weighted (IEC 61672) levels in dB, 100 a second, not below -80 dB",
                1,
                "Whether loud and soft come at the same moments: phrasing, accents, rests.",
                "Which notes sound. A sound that is switched on and off with the music correlates well, whatever its pitch;"
                        + " rests count more than nuances.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(pair -> {
            double r = Correlation.pearson(
                    levels(pair.reference(), pair.rate().hertz()),
                    levels(pair.candidate(), pair.rate().hertz()));
            return Double.isNaN(r)
                    ? new NotMeasured("the loudness of one of the sounds never changes")
                    : new Measured(r, MetricUnit.NUMBER);
        });
    }

    static float[] levels(float[] samples, int rate) {
        int size = Integer.highestOneBit(Math.max(256, rate * 43 / 1000));
        Stft stft = new Stft(size, new Hop(Math.max(1, rate / FRAMES_PER_SECOND)));
        double[] weight = weights(stft.bins(), rate, size);
        int frames = stft.framesFor(samples.length);
        float[] magnitude = stft.magnitude(samples, frames);
        float[] levels = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            double power = 0;
            for (int k = 0; k < weight.length; k++) {
                double value = magnitude[frame * weight.length + k];
                power += weight[k] * value * value;
            }
            levels[frame] = (float) Math.max(FLOOR_DECIBELS, 10 * Math.log10(power + 1e-30));
        }
        return levels;
    }

    /** Power weights per bin; scaled so that a full-scale 1 kHz sine reads -3 dB. */
    private static double[] weights(int bins, int rate, int size) {
        double[] weights = new double[bins];
        for (int k = 0; k < bins; k++) {
            double f2 = Math.pow((double) k * rate / size, 2);
            double a = 12194.0
                    * 12194.0
                    * f2
                    * f2
                    / ((f2 + 20.6 * 20.6)
                            * Math.sqrt((f2 + 107.7 * 107.7) * (f2 + 737.9 * 737.9))
                            * (f2 + 12194.0 * 12194.0));
            weights[k] = Math.pow(a * 1.2589, 2) * 2 / (0.375 * (double) size * size);
        }
        return weights;
    }
}
