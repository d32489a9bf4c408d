package org.antiphon.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.PerformanceTrack;

/**
 * Finds the sound that belongs to a video among others, and back, by their tracks alone: windows of 2.56 s, onsets, attacks,
 * pitches and loudness, cosine of what deviates from the mean window.
 */
final class Retrieval {

    private static final int STEPS = 128;
    private static final int MOST = 100;

    private final List<float[]> seen = new ArrayList<>();
    private final List<float[]> heard = new ArrayList<>();

    /** Adds the windows of one recording, as many as still belong to the first hundred. */
    void add(PerformanceTrack video, PerformanceTrack sound) {
        int steps = Math.min(video.steps(), sound.steps());
        for (int from = 0; from + STEPS <= steps && seen.size() < MOST; from += STEPS) {
            seen.add(features(video, from));
            heard.add(features(sound, from));
        }
    }

    /** Whether there are a hundred windows. */
    boolean full() {
        return seen.size() >= MOST;
    }

    /** How many of the hundred there are, 0 to 1. */
    double share() {
        return (double) seen.size() / MOST;
    }

    int size() {
        return seen.size();
    }

    /** Share of videos whose own sound is nearest. */
    double soundForVideo() {
        return recall(centred(seen), centred(heard));
    }

    /** Share of sounds whose own video is nearest. */
    double videoForSound() {
        return recall(centred(heard), centred(seen));
    }

    private static float[] features(PerformanceTrack track, int from) {
        int keys = PerformanceTrack.SEMITONES;
        float[] out = new float[STEPS * (2 * keys + 2)];
        for (int t = 0; t < STEPS; t++) {
            int at = t * (2 * keys + 2);
            for (int s = 0; s < keys; s++) {
                out[at + s] = track.pitch()[(from + t) * keys + s];
                out[at + keys + s] = 2 * track.attack()[(from + t) * keys + s];
            }
            out[at + 2 * keys] = 3 * track.onset()[from + t];
            out[at + 2 * keys + 1] = track.loudness()[from + t] / 20;
        }
        return out;
    }

    private static List<float[]> centred(List<float[]> windows) {
        float[] mean = new float[windows.get(0).length];
        for (float[] window : windows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += window[i] / windows.size();
            }
        }
        List<float[]> centred = new ArrayList<>();
        for (float[] window : windows) {
            float[] copy = new float[mean.length];
            double power = 1e-12;
            for (int i = 0; i < mean.length; i++) {
                copy[i] = window[i] - mean[i];
                power += (double) copy[i] * copy[i];
            }
            for (int i = 0; i < mean.length; i++) {
                copy[i] /= (float) Math.sqrt(power);
            }
            centred.add(copy);
        }
        return centred;
    }

    private static double recall(List<float[]> asked, List<float[]> offered) {
        int right = 0;
        for (int i = 0; i < asked.size(); i++) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < offered.size(); j++) {
                double product = product(asked.get(i), offered.get(j));
                if (product > most) {
                    most = product;
                    best = j;
                }
            }
            right += best == i ? 1 : 0;
        }
        return (double) right / asked.size();
    }

    private static double product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
