package org.antiphon.signal;

import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Mel spectrogram of magnitudes (not powers): an {@link Stft} followed by {@link MelFilters}. */
public final class MelSpectrogram {

    /** The quietest magnitude that {@link #log} tells apart from silence. */
    public static final float FLOOR = 1e-5f;

    /** What the models hear: 24 kHz, 1024 points, hop 240, 100 Slaney bins from 0 to 12 kHz. */
    public static final MelSpectrogram MODEL = new MelSpectrogram(
            SampleRate.MODEL, 1024, Hop.MODEL, new MelFilters(MelScale.SLANEY, 100, 0, 12_000, 24_000, 1024, true));

    private final SampleRate rate;
    private final Stft stft;
    private final MelFilters filters;

    public MelSpectrogram(SampleRate rate, int size, Hop hop, MelFilters filters) {
        this.rate = rate;
        this.stft = new Stft(size, hop);
        this.filters = filters;
    }

    /** The rate of the sound this spectrogram is made for. */
    public SampleRate rate() {
        return rate;
    }

    /** The filters behind the transform. */
    public MelFilters filters() {
        return filters;
    }

    /** The transform before the filters. */
    public Stft stft() {
        return stft;
    }

    /**
     * Magnitudes of exactly {@code frames} frames; frames beyond the end of the sound see zeros.
     *
     * @throws IllegalArgumentException if the sound has another rate
     */
    public Mel magnitude(Waveform sound, int frames) {
        if (!sound.rate().equals(rate)) {
            throw new IllegalArgumentException("mel spectrogram is made for " + rate.hertz() + " Hz, the sound has "
                    + sound.rate().hertz() + " Hz: resample it first");
        }
        int bins = filters.bins();
        float[] mel = new float[frames * bins];
        double[] magnitude = new double[stft.bins()];
        stft.forEach(sound.samples(), frames, (frame, re, im) -> {
            for (int k = 0; k < magnitude.length; k++) {
                magnitude[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
            }
            filters.apply(magnitude, mel, frame * bins);
        });
        return new Mel(mel, frames, bins, stft.hop(), rate);
    }

    /** Natural logarithm of {@link #magnitude}, not below the logarithm of {@link #FLOOR}. */
    public Mel log(Waveform sound, int frames) {
        Mel mel = magnitude(sound, frames);
        float[] values = mel.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.log(Math.max(FLOOR, values[i]));
        }
        return mel;
    }
}
