package org.antiphon.metric;

import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Window;

/**
 * The SNR of short stretches, averaged in dB: 30 ms under a Hann window, every 7.5 ms, each held within -10 to 35 dB, over
 * the stretches in which the reference is within 60 dB of its loudest one.
 */
public record SegmentalSnr() implements SoundMetric {

    private static final double WINDOW_SECONDS = 0.030;
    private static final double LOWEST = -10;
    private static final double HIGHEST = 35;
    private static final double RANGE = 1e-6;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "segmental-snr",
                "Segmental SNR",
                MetricUnit.DECIBELS,
                Better.HIGHER,
                LOWEST,
                HIGHEST,
                Needs.aligned("two sounds, aligned to the sample and of one gain, of at least 30 ms"),
                "Hansen and Pellom 1998; limits and windows as in Loizou 2007, Speech Enhancement, ch. 10",
                1,
                "The same as the SNR, but soft passages count as much as loud ones.",
                "Whether it is the same music: it compares waveforms like the SNR, and silence again scores 0 dB.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(SegmentalSnr::of);
    }

    private static Measurement of(SoundPair.Aligned pair) {
        int size = (int) Math.round(WINDOW_SECONDS * pair.rate().hertz());
        int hop = Math.max(1, size / 4);
        if (pair.reference().length < size || size == 0) {
            return new NotMeasured("the sounds are shorter than 30 ms");
        }
        double[] window = Window.hann(size);
        int segments = 1 + (pair.reference().length - size) / hop;
        double[] signal = new double[segments];
        double[] noise = new double[segments];
        double loudest = 0;
        for (int s = 0; s < segments; s++) {
            for (int i = 0; i < size; i++) {
                double truth = window[i] * pair.reference()[s * hop + i];
                double gap = truth - window[i] * pair.candidate()[s * hop + i];
                signal[s] += truth * truth;
                noise[s] += gap * gap;
            }
            loudest = Math.max(loudest, signal[s]);
        }
        return loudest == 0 ? new NotMeasured("the reference is silent") : mean(signal, noise, RANGE * loudest);
    }

    private static Measurement mean(double[] signal, double[] noise, double quiet) {
        double sum = 0;
        int count = 0;
        for (int s = 0; s < signal.length; s++) {
            if (signal[s] >= quiet) {
                sum += Math.max(LOWEST, Math.min(HIGHEST, Snr.decibels(signal[s], noise[s])));
                count++;
            }
        }
        return new Measured(sum / count, MetricUnit.DECIBELS);
    }
}
