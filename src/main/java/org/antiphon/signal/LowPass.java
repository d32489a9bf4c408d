package org.antiphon.signal;

import org.antiphon.clip.Waveform;

/**
 * The low-pass filters of MUSHRA's anchors (ITU-R BS.1534-3, 5.1), at any rate and without delay: flat to within 0.1 dB up
 * to the cut-off, at least 25 dB down at 8/7 of it and 50 dB at 9/7 (for 3.5 kHz: 4 kHz and 4.5 kHz).
 */
public final class LowPass {

    /*
     * A sinc windowed by Kaiser's window, symmetric about its middle, whose whole transition lies between the cut-off and
     * 8/7 of it: one attenuation serves both points of the mask. Length and shape follow Kaiser (1974) for 70 dB.
     */

    private static final double ATTENUATION = 70;
    private static final double STOP = 8.0 / 7;

    private LowPass() {}

    /**
     * The sound without what lies above the cut-off; the very same sound if it can hold nothing above.
     *
     * @param cutoff in hertz
     */
    public static Waveform apply(Waveform sound, double cutoff) {
        double rate = sound.rate().hertz();
        if (cutoff <= 0) {
            throw new IllegalArgumentException("a low-pass filter cuts above 0 Hz, was " + cutoff);
        }
        if (cutoff * STOP >= rate / 2) {
            return sound;
        }
        double[] weights = weights(cutoff / rate);
        int reach = weights.length / 2;
        float[] in = sound.samples();
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            int from = Math.max(0, reach - i);
            int to = Math.min(weights.length, in.length - i + reach);
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += weights[k] * in[i - reach + k];
            }
            out[i] = (float) sum;
        }
        return new Waveform(out, sound.rate());
    }

    /** @param cutoff as a share of the rate */
    private static double[] weights(double cutoff) {
        double width = cutoff * (STOP - 1);
        double middle = cutoff + width / 2;
        int reach = (int) Math.ceil((ATTENUATION - 7.95) / (14.36 * width) / 2) + 1;
        double beta = 0.1102 * (ATTENUATION - 8.7);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double n = (double) k - reach;
            double sinc = n == 0 ? 2 * middle : Math.sin(2 * Math.PI * middle * n) / (Math.PI * n);
            weights[k] = sinc * Window.kaiser(n / reach, beta);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
