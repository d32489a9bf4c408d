package org.antiphon.metric;

import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.MelSpectrogram;

/** The SNR of mel spectrograms (magnitudes) instead of waveforms: blind to phase, deaf to fine detail in pitch. */
public record MelSnr() implements SoundMetric {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "mel-snr",
                "SNR of mel spectrograms",
                MetricUnit.DECIBELS,
                Better.HIGHER,
                -Snr.LIMIT,
                Snr.LIMIT,
                Needs.aligned("two sounds of one gain").at(SampleRate.MODEL),
                "10·log10(ΣM² / Σ(M-M')²) over magnitudes of 100 Slaney mel bins, 1024 points, hop 240",
                1,
                "An SNR that forgives the phase: how much of the true sound's energy is in the right place, in time and"
                        + " roughly in pitch.",
                "Anything about soft passages: loud ones decide. Silence still scores 0 dB.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(
                SampleRate.MODEL, pair -> SoundPair.unlessReferenceSilent(pair, MetricUnit.DECIBELS, MelSnr::ratio));
    }

    private static double ratio(SoundPair.Aligned pair) {
        Mel a = mel(pair.reference());
        Mel b = mel(pair.candidate());
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < a.values().length; i++) {
            double gap = (double) a.values()[i] - b.values()[i];
            signal += (double) a.values()[i] * a.values()[i];
            noise += gap * gap;
        }
        return Snr.decibels(signal, noise);
    }

    /** Magnitudes of all frames that lie within the sound. */
    static Mel mel(float[] samples) {
        MelSpectrogram mel = MelSpectrogram.MODEL;
        return mel.magnitude(new Waveform(samples, SampleRate.MODEL), mel.stft().framesFor(samples.length));
    }
}
