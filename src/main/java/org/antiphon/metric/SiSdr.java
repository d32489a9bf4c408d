package org.antiphon.metric;

import org.antiphon.metric.MetricCard.Better;

/**
 * Scale-invariant signal-to-distortion ratio: the candidate's part along the reference over the rest, both without
 * their mean. Bound to phase: of little meaning for generated sound. Cut at ±120 dB.
 */
public record SiSdr() implements SoundMetric {

    /** What remains of a constant sound without its mean, relative to its energy, is rounding. */
    private static final double ROUNDING = 1e-12;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "si-sdr",
                "SI-SDR",
                MetricUnit.DECIBELS,
                Better.HIGHER,
                -Snr.LIMIT,
                Snr.LIMIT,
                Needs.aligned("two sounds, aligned to the sample"),
                "Le Roux et al. 2019, SDR: half-baked or well done?",
                1,
                "The same as the SNR, whatever the candidate's volume.",
                "Whether it is the same music: a shift by one sample or another phase ruins it, to the ear nothing has"
                        + " happened. Generated sound reads -20 dB and less.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(SiSdr::of);
    }

    private static Measurement of(SoundPair.Aligned pair) {
        double meanS = Sums.mean(pair.reference());
        double meanY = Sums.mean(pair.candidate());
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
        if (ss <= ROUNDING * Sums.energy(pair.reference())) {
            return new NotMeasured("the reference is silent");
        }
        if (yy <= ROUNDING * Sums.energy(pair.candidate())) {
            return new NotMeasured("the candidate is silent");
        }
        double target = sy * sy / ss;
        return new Measured(
                target == 0 ? -Snr.LIMIT : Snr.decibels(target, Math.max(0, yy - target)), MetricUnit.DECIBELS);
    }
}
