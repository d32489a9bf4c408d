package org.antiphon.signal;

import java.util.Arrays;
import org.antiphon.clip.Waveform;

/**
 * Tells sounds that are struck and fade (keyboards, mallets, plucked strings), which may ring into each other, from
 * sounds that are held (bowed strings, winds, voice): by how sharply notes begin and how steadily they fade.
 */
final class StruckOrHeld {

    /*
     * On synthesised etudes of four instruments the growth of a struck onset stands above its half for 30 to 36 ms, that
     * of a bowed one for 40 to 50 ms; four fifths of struck notes fade by more than 3 dB a second, held ones swell, except
     * where every note is cut short. Both signs together leave no etude in doubt.
     */

    private static final double SHARP_SECONDS = 0.0385;
    private static final double FADING_DECIBELS_A_SECOND = -2.5;

    private StruckOrHeld() {}

    /** A single note is taken for held: one voice is enough to write it down. */
    static boolean struck(Waveform sound, float[] strength, double[] onsets) {
        if (onsets.length < 2) {
            return false;
        }
        double[] widths = new double[onsets.length];
        for (int i = 0; i < onsets.length; i++) {
            widths[i] = width(strength, (int) Math.round(onsets[i] * OnsetDetector.RATE));
        }
        return quantile(widths, 0.5) < SHARP_SECONDS && quantile(slopes(sound, onsets), 0.8) < FADING_DECIBELS_A_SECOND;
    }

    /** Seconds for which the growth stays above half of its peak at {@code at}. */
    private static double width(float[] strength, int at) {
        int peak = Math.min(at, strength.length - 1);
        double half = strength[peak] / 2;
        int left = peak;
        while (left > 0 && strength[left] > half) {
            left--;
        }
        int right = peak;
        while (right < strength.length - 1 && strength[right] > half) {
            right++;
        }
        double from = left + crossing(strength[left], strength[Math.min(peak, left + 1)], half);
        double to = right - crossing(strength[right], strength[Math.max(peak, right - 1)], half);
        return (to - from) / OnsetDetector.RATE;
    }

    private static double crossing(double low, double high, double at) {
        return high > low ? Math.max(0, Math.min(1, (at - low) / (high - low))) : 0;
    }

    /** How the level changes between onsets, in dB a second. */
    private static double[] slopes(Waveform sound, double[] onsets) {
        float[] level = LevelCurve.dbfs(sound, (int) (sound.seconds() * OnsetDetector.RATE), OnsetDetector.RATE);
        double[] slopes = new double[onsets.length];
        int count = 0;
        for (int i = 0; i < onsets.length; i++) {
            double end = i + 1 < onsets.length ? onsets[i + 1] : sound.seconds();
            int from = (int) ((onsets[i] + 0.06) * OnsetDetector.RATE);
            int to = Math.min(level.length, (int) ((end - 0.04) * OnsetDetector.RATE));
            if (to - from > 15) {
                slopes[count++] = slope(level, from, to);
            }
        }
        return Arrays.copyOf(slopes, count);
    }

    private static double slope(float[] level, int from, int to) {
        double n = to - from;
        double mean = (n - 1) / 2;
        double above = 0;
        double below = 0;
        for (int i = from; i < to; i++) {
            above += (i - from - mean) * level[i];
            below += (i - from - mean) * (i - from - mean);
        }
        return above / below * OnsetDetector.RATE;
    }

    /** The value below which a share of the values lies; NaN of no values. */
    private static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
