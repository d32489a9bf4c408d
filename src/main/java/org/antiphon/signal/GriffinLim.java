package org.antiphon.signal;

import org.antiphon.clip.Mel;
import org.antiphon.clip.Waveform;

/**
 * Sound from a mel spectrogram without a trained vocoder: magnitudes by non-negative least squares, phases by the fast
 * Griffin–Lim iteration. Deterministic.
 */
public final class GriffinLim {

    /*
     * Magnitudes: multiplicative updates (Lee and Seung 2000) of |S| so that filters·|S| approaches the mel.
     * Phases: Perraudin, Balazs and Søndergaard (2013): alternate between consistent spectra and spectra of the wanted
     * magnitude, stepping ahead by `MOMENTUM` of the last change. The first phases follow the frequency of each bin from
     * frame to frame, which needs no random numbers and starts nearer to a tone than random phases do.
     */

    private static final int MAGNITUDE_STEPS = 40;
    private static final float MOMENTUM = 0.99f;

    private final MelSpectrogram mel;
    private final int iterations;

    /**
     * @param mel how the mel spectrograms to invert were made
     * @param iterations rounds of phase search, customarily 60
     */
    public GriffinLim(MelSpectrogram mel, int iterations) {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must not be negative, was " + iterations);
        }
        this.mel = mel;
        this.iterations = iterations;
    }

    /** Sound of {@code frames × hop} samples for a natural-log mel spectrogram. */
    public Waveform sound(Mel logMel) {
        float[] magnitude = magnitude(logMel);
        int length = logMel.frames() * logMel.hop().samples();
        return new Waveform(phases(magnitude, logMel.frames(), length), mel.rate());
    }

    /** Magnitudes {@code [frame * bins + bin]} whose mel is near {@code logMel}. */
    float[] magnitude(Mel logMel) {
        int bins = mel.stft().bins();
        float[] out = new float[logMel.frames() * bins];
        MelFilters filters = mel.filters();
        double[] wanted = new double[filters.bins()];
        double[] ratio = new double[filters.bins()];
        float[] have = new float[filters.bins()];
        double[] spectrum = new double[bins];
        for (int frame = 0; frame < logMel.frames(); frame++) {
            for (int b = 0; b < wanted.length; b++) {
                double value = Math.exp(logMel.at(frame, b));
                wanted[b] = value <= MelSpectrogram.FLOOR * 1.0001 ? 0 : value;
            }
            java.util.Arrays.fill(spectrum, 1);
            for (int step = 0; step < MAGNITUDE_STEPS; step++) {
                filters.apply(spectrum, have, 0);
                for (int b = 0; b < ratio.length; b++) {
                    ratio[b] = wanted[b] / Math.max(1e-12, have[b]);
                }
                filters.scaleByWeightedMean(ratio, spectrum);
            }
            for (int k = 0; k < bins; k++) {
                out[frame * bins + k] = (float) spectrum[k];
            }
        }
        return out;
    }

    private float[] phases(float[] magnitude, int frames, int length) {
        Stft stft = mel.stft();
        int bins = stft.bins();
        int hop = stft.hop().samples();
        float[] re = new float[frames * bins];
        float[] im = new float[frames * bins];
        for (int i = 0; i < re.length; i++) {
            double angle = Math.PI * ((long) (i / bins) * hop % (2L * (bins - 1))) * (i % bins) / (bins - 1);
            re[i] = (float) (magnitude[i] * Math.cos(angle));
            im[i] = (float) (magnitude[i] * Math.sin(angle));
        }
        Spectrum current = new Spectrum(re, im, frames, bins, stft.hop());
        float[] lastRe = new float[re.length];
        float[] lastIm = new float[re.length];
        for (int round = 0; round < iterations; round++) {
            Spectrum consistent = stft.of(stft.inverse(current, length), frames);
            for (int i = 0; i < re.length; i++) {
                float cr = consistent.re()[i];
                float ci = consistent.im()[i];
                float ar = round == 0 ? cr : cr + MOMENTUM * (cr - lastRe[i]);
                float ai = round == 0 ? ci : ci + MOMENTUM * (ci - lastIm[i]);
                lastRe[i] = cr;
                lastIm[i] = ci;
                double scale = magnitude[i] / Math.max(1e-12, Math.sqrt((double) ar * ar + (double) ai * ai));
                re[i] = (float) (ar * scale);
                im[i] = (float) (ai * scale);
            }
        }
        return stft.inverse(current, length);
    }
}
