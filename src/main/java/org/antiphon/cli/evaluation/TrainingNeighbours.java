package org.antiphon.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Mel;

/**
 * How near a spectrogram lies to what was trained on: windows of 2.56 s, 25 frames a second and 25 bands, mean absolute
 * difference in dB to the nearest window of any training recording. A model that replays its training set comes nearer to it
 * than the true, unseen recordings do.
 */
final class TrainingNeighbours {

    private static final int FOLD = 4;
    private static final int LENGTH = 64; // folded frames
    private static final int STRIDE = 16;
    private static final double DECIBELS_PER_NEPER = 8.685889638;

    private final List<float[]> windows = new ArrayList<>();

    TrainingNeighbours(List<Mel> training) {
        for (Mel mel : training) {
            windows.addAll(windows(mel, STRIDE));
        }
    }

    /** Mean distance of the spectrogram's windows to their nearest in training, in dB; NaN if it is too short. */
    double distance(Mel mel) {
        double sum = 0;
        List<float[]> own = windows(mel, LENGTH);
        for (float[] window : own) {
            double nearest = Double.POSITIVE_INFINITY;
            for (float[] other : windows) {
                nearest = Math.min(nearest, distance(window, other, nearest));
            }
            sum += nearest;
        }
        return sum / own.size();
    }

    private static double distance(float[] a, float[] b, double enough) {
        double limit = enough * a.length;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
            if ((i & 127) == 127 && sum > limit) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum / a.length;
    }

    private static List<float[]> windows(Mel mel, int stride) {
        int bands = mel.bins() / FOLD;
        int frames = mel.frames() / FOLD;
        float[] folded = new float[frames * bands];
        for (int t = 0; t < frames * FOLD; t++) {
            for (int b = 0; b < bands * FOLD; b++) {
                folded[t / FOLD * bands + b / FOLD] += (float) (mel.at(t, b) * DECIBELS_PER_NEPER / (FOLD * FOLD));
            }
        }
        List<float[]> windows = new ArrayList<>();
        for (int start = 0; start + LENGTH <= frames; start += stride) {
            windows.add(java.util.Arrays.copyOfRange(folded, start * bands, (start + LENGTH) * bands));
        }
        return windows;
    }
}
