package org.antiphon.metric;

import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;

/**
 * Scale-invariant signal-to-distortion ratio: the candidate's part along the reference over the rest, both without
 * their mean. Bound to phase: of little meaning for generated sound. Cut at ±120 dB.
 */
public record SiSdr() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard("si-sdr", "SI-SDR", MetricUnit.DECIBELS, Better.HIGHER, -Snr.LIMIT, Snr.LIMIT,
                "two sounds of one length, sample alignment", "Le Roux et al. 2019, SDR: half-baked or well done?", 1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        return SoundPair.measure(reference, candidate, SiSdr::of);
    }

    private static Measurement of(SoundPair.Aligned pair) {
        double meanS = SoundPair.mean(pair.reference());
        double meanY = SoundPair.mean(pair.candidate());
        double ss = 0;
        double yy = 0;
        double sy = 0;
        for (int i = 0; i < pair.reference().length; i++) {
            double s = pair.reference()[i] - meanS;
            double y = pair.candidate()[i] - meanY;
            ss += s * s;
            yy += y * y;
            sy += s * y;
        }
        if (ss == 0 || yy == 0) {
            return new NotMeasured(ss == 0 ? "the reference is silent" : "the candidate is silent");
        }
        double target = sy * sy / ss;
        return new Measured(
                target == 0 ? -Snr.LIMIT : Snr.decibels(target, Math.max(0, yy - target)), MetricUnit.DECIBELS);
    }
}
