package org.antiphon.metric;

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
                fitted ? 0 : -LIMIT,
                LIMIT,
                Needs.aligned("two sounds" + (fitted ? "" : ", aligned to the sample and of one gain")),
                fitted
                        ? "max over lag τ ≤ 50 ms and gain g of 10·log10(Σs² / Σ(s-g·y(τ))²)"
                        : "10·log10(Σs² / Σ(s-y)²)",
                1,
                fitted
                        ? "How much of the true waveform the candidate holds, forgiving a shift of up to 50 ms and a wrong volume."
                        : "How small the difference of the two waveforms is, sample by sample.",
                "Whether it is the same music. Two recordings of the same notes have unrelated waveforms and score about "
                        + (fitted ? "0 dB" : "-3 dB; silence scores 0 dB and so beats them") + ".");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(
                pair -> SoundPair.unlessReferenceSilent(pair, MetricUnit.DECIBELS, p -> fitted ? fitted(p) : plain(p)));
    }

    private static double plain(SoundPair.Aligned pair) {
        double noise = 0;
        for (int i = 0; i < pair.reference().length; i++) {
            double gap = (double) pair.reference()[i] - pair.candidate()[i];
            noise += gap * gap;
        }
        return decibels(Sums.energy(pair.reference()), noise);
    }

    private static double fitted(SoundPair.Aligned pair) {
        int reach = (int) Math.round(LAG_SECONDS * pair.rate().hertz());
        double[] correlation = CrossCorrelation.of(pair.reference(), pair.candidate(), reach);
        double signal = Sums.energy(pair.reference());
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
