package org.antiphon.metric;

import org.antiphon.clip.Hop;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Stft;

/**
 * Distance of spectrograms at three resolutions (512, 1024 and 2048 points, hop a quarter): the mean of spectral
 * convergence plus the mean absolute difference of natural-log magnitudes.
 */
public record MultiResolutionStftDistance() implements SoundMetric {

    private static final int[] SIZES = {512, 1024, 2048};
    private static final double FLOOR = 1e-4;
    private static final int BLOCK = 128;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "multi-resolution-stft",
                "Multi-resolution STFT distance",
                MetricUnit.NUMBER,
                Better.LOWER,
                0,
                Double.POSITIVE_INFINITY,
                Needs.aligned("two sounds"),
                "Yamamoto et al. 2020, Parallel WaveGAN, eq. 3-6; magnitudes not below 1e-4",
                1,
                "How far apart the spectra are when looked at sharply in time and sharply in pitch at once. Vocoders are"
                        + " trained to make it small.",
                "Which notes are wrong, or whether they are. It has no unit: only numbers of the same clip compare.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(pair -> SoundPair.unlessReferenceSilent(pair, MetricUnit.NUMBER, pairs -> {
            double sum = 0;
            for (int size : SIZES) {
                sum += distance(pairs, new Stft(size, new Hop(size / 4)));
            }
            return sum / SIZES.length;
        }));
    }

    private static double distance(SoundPair.Aligned pair, Stft stft) {
        int frames = stft.framesFor(pair.reference().length);
        double gaps = 0;
        double energy = 0;
        double logs = 0;
        for (int first = 0; first < frames; first += BLOCK) {
            int count = Math.min(BLOCK, frames - first);
            float[] a = stft.magnitude(pair.reference(), first, count);
            float[] b = stft.magnitude(pair.candidate(), first, count);
            for (int i = 0; i < a.length; i++) {
                double x = Math.max(FLOOR, a[i]);
                double y = Math.max(FLOOR, b[i]);
                gaps += (x - y) * (x - y);
                energy += x * x;
                logs += Math.abs(Math.log(x / y));
            }
        }
        return Math.sqrt(gaps / energy) + logs / ((double) frames * stft.bins());
    }
}
