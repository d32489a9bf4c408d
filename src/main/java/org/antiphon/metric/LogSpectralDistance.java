package org.antiphon.metric;

import org.antiphon.clip.Hop;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Stft;

/**
 * How far two spectra lie apart in dB, whatever their phases: root mean square over frequency, mean over time. What lies
 * more than 80 dB below the reference's loudest bin counts as equally silent.
 */
public record LogSpectralDistance() implements SoundMetric {

    private static final double RANGE_DECIBELS = 80;
    private static final int BLOCK = 128;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "log-spectral-distance",
                "Log-spectral distance",
                MetricUnit.DECIBELS,
                Better.LOWER,
                0,
                Double.POSITIVE_INFINITY,
                Needs.aligned("two sounds"),
                "Gray and Markel 1976; 1024 points, hop 240, floor 80 dB below the reference's peak",
                1,
                "How far apart the two are in every pitch and at every moment, in dB, whatever the phase: the nearest thing"
                        + " to an SNR that means something for generated sound.",
                "What the ear cares about: every frequency counts alike, so hiss up high weighs as much as a wrong melody."
                        + " Other room, other microphone: a large distance.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(
                pair -> SoundPair.unlessReferenceSilent(pair, MetricUnit.DECIBELS, LogSpectralDistance::distance));
    }

    private static double distance(SoundPair.Aligned pair) {
        Stft stft = new Stft(1024, Hop.MODEL);
        int frames = stft.framesFor(pair.reference().length);
        double floor = peak(stft, pair.reference(), frames) * Math.pow(10, -RANGE_DECIBELS / 20);
        double total = 0;
        for (int first = 0; first < frames; first += BLOCK) {
            int count = Math.min(BLOCK, frames - first);
            float[] a = stft.magnitude(pair.reference(), first, count);
            float[] b = stft.magnitude(pair.candidate(), first, count);
            for (int frame = 0; frame < count; frame++) {
                double sum = 0;
                for (int i = frame * stft.bins(); i < (frame + 1) * stft.bins(); i++) {
                    double gap = 20 * Math.log10(Math.max(floor, a[i]) / Math.max(floor, b[i]));
                    sum += gap * gap;
                }
                total += Math.sqrt(sum / stft.bins());
            }
        }
        return total / frames;
    }

    private static float peak(Stft stft, float[] samples, int frames) {
        float peak = 0;
        for (int first = 0; first < frames; first += BLOCK) {
            for (float value : stft.magnitude(samples, first, Math.min(BLOCK, frames - first))) {
                peak = Math.max(peak, value);
            }
        }
        return peak;
    }
}
