package org.antiphon.signal;

import java.util.Arrays;
import org.antiphon.clip.Hop;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/**
 * Finds where notes begin, struck or bowed, by the growth of a logarithmic spectrogram. The result does not depend on
 * the sound's gain.
 *
 * @param threshold how far the growth must stand above its surroundings, in mean log10 units per band
 * @param lowest smallest growth relative to the sound's strongest that can be an onset, 0 to 1
 */
public record OnsetDetector(double threshold, double lowest) {

    /*
     * SuperFlux (Böck and Widmer 2013): the difference of each band to its loudest neighbour some frames before, so
     * that vibrato, which moves energy between neighbouring bands, does not count. Two lags are summed: a short one that
     * places struck onsets sharply, and a long one in which slow bowed attacks add up.
     */

    /** The setting used on both sides of every metric. */
    public static final OnsetDetector STANDARD = new OnsetDetector(0.020, 0.06);

    /** Frames of {@link #strength} a second. */
    public static final int RATE = 200;

    private static final int SIZE = 1024;
    private static final int HOP = SampleRate.MODEL.hertz() / RATE;
    private static final int SHORT_LAG = 3;
    private static final int LONG_LAG = 9;
    private static final double RANGE = 1000;
    /** A sound that is there from its first sample begins there, unless it is 40 dB below the loudest. */
    private static final double BEFORE_THE_START = 0.01;

    private static final int NEIGHBOURHOOD = 6;
    private static final int SURROUNDINGS = 20;
    private static final double CLOSEST_SECONDS = 0.050;

    private static final LogBands BANDS = new LogBands(24, 40, 11_000, SampleRate.MODEL.hertz(), SIZE);

    /** Onset times in seconds, in order, at least 50 ms apart. */
    public double[] onsets(Waveform sound) {
        return pick(strength(sound));
    }

    /** Growth of the spectrum, {@link #RATE} values a second, in mean log10 units per band; value i is at i / RATE. */
    public float[] strength(Waveform sound) {
        float[][] bands = logBands(Resampler.to(sound, SampleRate.MODEL));
        float[] strength = new float[bands.length];
        float[] quiet = new float[BANDS.bands()];
        Arrays.fill(quiet, (float) Math.log10(1 + RANGE * BEFORE_THE_START));
        for (int n = 0; n < bands.length; n++) {
            float[] justBefore = n < SHORT_LAG ? quiet : bands[n - SHORT_LAG];
            float[] longBefore = n < LONG_LAG ? quiet : bands[n - LONG_LAG];
            strength[n] = (float) (growth(bands[n], justBefore) + growth(bands[n], longBefore)) / 2;
        }
        return smooth(strength);
    }

    private static float[][] logBands(Waveform sound) {
        Stft stft = new Stft(SIZE, new Hop(HOP));
        int frames = stft.framesFor(sound.length());
        float[][] bands = new float[frames][BANDS.bands()];
        double[] magnitude = new double[stft.bins()];
        float[] peak = {0};
        stft.forEach(sound.samples(), frames, (frame, re, im) -> {
            for (int k = 0; k < magnitude.length; k++) {
                magnitude[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
            }
            for (int b = 0; b < bands[frame].length; b++) {
                bands[frame][b] = (float) BANDS.of(b, magnitude);
                peak[0] = Math.max(peak[0], bands[frame][b]);
            }
        });
        double scale = peak[0] > 1e-6 ? RANGE / peak[0] : 0;
        for (float[] frame : bands) {
            for (int b = 0; b < frame.length; b++) {
                frame[b] = (float) Math.log10(1 + scale * frame[b]);
            }
        }
        return bands;
    }

    private static double growth(float[] now, float[] before) {
        double sum = 0;
        for (int b = 0; b < now.length; b++) {
            float loudest = before[b];
            if (b > 0) {
                loudest = Math.max(loudest, before[b - 1]);
            }
            if (b < now.length - 1) {
                loudest = Math.max(loudest, before[b + 1]);
            }
            sum += Math.max(0, now[b] - loudest);
        }
        return sum / now.length;
    }

    private static float[] smooth(float[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            float left = values[Math.max(0, i - 1)];
            float right = values[Math.min(values.length - 1, i + 1)];
            out[i] = 0.25f * left + 0.5f * values[i] + 0.25f * right;
        }
        return out;
    }

    double[] pick(float[] strength) {
        float strongest = 0;
        for (float value : strength) {
            strongest = Math.max(strongest, value);
        }
        double[] onsets = new double[strength.length];
        int count = 0;
        for (int i = 0; i < strength.length; i++) {
            if (strength[i] > lowest * strongest
                    && isPeak(strength, i)
                    && strength[i] > mean(strength, i) + threshold) {
                double time = Math.max(0, (i + vertex(strength, i)) / RATE);
                if (count == 0 || time - onsets[count - 1] >= CLOSEST_SECONDS) {
                    onsets[count++] = time;
                }
            }
        }
        return Arrays.copyOf(onsets, count);
    }

    private static boolean isPeak(float[] values, int i) {
        for (int j = Math.max(0, i - NEIGHBOURHOOD); j <= Math.min(values.length - 1, i + NEIGHBOURHOOD); j++) {
            if (values[j] > values[i] || values[j] == values[i] && j < i) {
                return false;
            }
        }
        return true;
    }

    private static double mean(float[] values, int i) {
        int from = Math.max(0, i - SURROUNDINGS);
        int to = Math.min(values.length - 1, i + SURROUNDINGS);
        double sum = 0;
        for (int j = from; j <= to; j++) {
            sum += values[j];
        }
        return sum / (to - from + 1);
    }

    private static double vertex(float[] values, int i) {
        if (i == 0 || i == values.length - 1) {
            return 0;
        }
        double bend = values[i - 1] - 2.0 * values[i] + values[i + 1];
        return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, 0.5 * (values[i - 1] - values[i + 1]) / bend));
    }
}
