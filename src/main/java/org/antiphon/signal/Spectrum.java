package org.antiphon.signal;

import org.antiphon.clip.Hop;

/** A complex spectrogram: {@code re[frame * bins + bin]}; frame {@code i} is centred on sample {@code i * hop}. */
public record Spectrum(float[] re, float[] im, int frames, int bins, Hop hop) {

    /** @throws IllegalArgumentException if the arrays do not hold frames × bins values */
    public Spectrum {
        if (frames < 0 || bins <= 0 || re.length != frames * bins || im.length != frames * bins) {
            throw new IllegalArgumentException("spectrum of " + frames + " frames × " + bins + " bins cannot hold "
                    + re.length + " and " + im.length + " values");
        }
    }

    /** The magnitude of every bin, {@code [frame * bins + bin]}. */
    public float[] magnitude() {
        float[] magnitude = new float[re.length];
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = (float) Math.sqrt((double) re[i] * re[i] + (double) im[i] * im[i]);
        }
        return magnitude;
    }
}
