package org.antiphon.metric;

import org.antiphon.clip.Hop;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Stft;

/**
 * How far two spectra lie apart in dB, whatever their phases: root mean square over frequency, mean over time. What lies
 * more than 80 dB below the reference's loudest bin counts as equally silent.
 */
public record LogSpectralDistance() implements SoundMetric {

    private static final double RANGE_DECIBELS = 80;

    @Override
    public MetricCard card() {
        return new MetricCard("log-spectral-distance", "Log-spectral distance", MetricUnit.DECIBELS, Better.LOWER, 0,
                Double.POSITIVE_INFINITY, "two sounds of one length",
                "Gray and Markel 1976; 1024 points, hop 240, floor 80 dB below the reference's peak", 1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        return SoundPair.measure(reference, candidate,
                pair -> SoundPair.unlessReferenceSilent(pair, MetricUnit.DECIBELS, LogSpectralDistance::distance));
    }

    private static double distance(SoundPair.Aligned pair) {
        Stft stft = new Stft(1024, Hop.MODEL);
        int frames = stft.framesFor(pair.reference().length);
        float[] a = stft.magnitude(pair.reference(), frames);
        float[] b = stft.magnitude(pair.candidate(), frames);
        float peak = 0;
        for (float value : a) {
            peak = Math.max(peak, value);
        }
        double floor = peak * Math.pow(10, -RANGE_DECIBELS / 20);
        double total = 0;
        for (int frame = 0; frame < frames; frame++) {
            double sum = 0;
            for (int i = frame * stft.bins(); i < (frame + 1) * stft.bins(); i++) {
                double gap = 20 * Math.log10(Math.max(floor, a[i]) / Math.max(floor, b[i]));
                sum += gap * gap;
            }
            total += Math.sqrt(sum / stft.bins());
        }
        return total / frames;
    }
}
