package org.antiphon.metric;

import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.CrossCorrelation;

/**
 * Signal-to-noise ratio: energy of the reference over energy of the difference. Rewards silence (0 dB) over an unrelated
 * sound of equal power (-3 dB), so it never stands alone. Values beyond ±{@value #LIMIT} dB are cut there.
 *
 * @param fitted whether the candidate is first shifted by up to 50 ms and scaled to fit best
 */
public record Snr(boolean fitted) implements SoundMetric {

    /** Sample by sample, as the sounds are. */
    public static final Snr PLAIN = new Snr(false);

    /** After the best lag within ±50 ms and the best gain. */
    public static final Snr FITTED = new Snr(true);

    static final double LIMIT = 120;

    private static final double LAG_SECONDS = 0.050;

    @Override
    public MetricCard card() {
        return new MetricCard(
                fitted ? "snr-fitted" : "snr",
                fitted ? "SNR after best lag and gain" : "SNR",
                MetricUnit.DECIBELS,
                Better.HIGHER,
                -LIMIT,
                LIMIT,
                "two sounds of one length; sample alignment" + (fitted ? " within 50 ms" : " and gain"),
                "10·log10(Σs² / Σ(s-y)²)",
                1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        return SoundPair.measure(reference, candidate, pair -> SoundPair.unlessReferenceSilent(
                pair, MetricUnit.DECIBELS, p -> fitted ? fitted(p) : plain(p)));
    }

    private static double plain(SoundPair.Aligned pair) {
        double noise = 0;
        for (int i = 0; i < pair.reference().length; i++) {
            double gap = (double) pair.reference()[i] - pair.candidate()[i];
            noise += gap * gap;
        }
        return decibels(SoundPair.energy(pair.reference()), noise);
    }

    private static double fitted(SoundPair.Aligned pair) {
        int reach = (int) Math.round(LAG_SECONDS * pair.rate().hertz());
        double[] correlation = CrossCorrelation.of(pair.reference(), pair.candidate(), reach);
        double signal = SoundPair.energy(pair.reference());
        double[] before = energyBefore(pair.candidate());
        int length = pair.candidate().length;
        double best = 0;
        for (int i = 0; i < correlation.length; i++) {
            int lag = i - reach;
            int from = Math.min(length, Math.max(0, -lag));
            int to = Math.max(from, length - Math.max(0, lag));
            double energy = before[to] - before[from];
            if (energy > 1e-12 * before[length]) {
                best = Math.max(best, correlation[i] * correlation[i] / energy);
            }
        }
        return decibels(signal, Math.max(0, signal - best));
    }

    private static double[] energyBefore(float[] samples) {
        double[] before = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            before[i + 1] = before[i] + (double) samples[i] * samples[i];
        }
        return before;
    }

    static double decibels(double signal, double noise) {
        return noise == 0 ? LIMIT : Math.max(-LIMIT, Math.min(LIMIT, 10 * Math.log10(signal / noise)));
    }
}
