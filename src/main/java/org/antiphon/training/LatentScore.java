package org.antiphon.training;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import org.antiphon.model.latent.LatentLayout;

/**
 * How well a latent names the events of another, step by step: a quick look during training, not a metric of the
 * product.
 *
 * @param pitchAccuracy share of voiced steps whose strongest semitone truly sounds
 * @param attackF1 F1 of attack peaks per semitone, one step of tolerance
 * @param onsetF1 F1 of onset peaks, two steps (40 ms) of tolerance
 */
record LatentScore(double pitchAccuracy, double attackF1, double onsetF1) {

    private static final float THRESHOLD = 0.4f;

    /** @param latent and @param truth (B, CHANNELS, steps) */
    static LatentScore of(float[] latent, float[] truth, int steps) {
        int windows = latent.length / (LatentLayout.CHANNELS * steps);
        int right = 0;
        int voiced = 0;
        Counts attack = new Counts();
        Counts onset = new Counts();
        for (int w = 0; w < windows; w++) {
            int base = w * LatentLayout.CHANNELS * steps;
            for (int t = 0; t < steps; t++) {
                if (truth[base + LatentLayout.VOICED * steps + t] > 0.5f) {
                    voiced++;
                    right += truth[base + (LatentLayout.PITCH + strongest(latent, base, steps, t)) * steps + t] > 0.5f
                            ? 1
                            : 0;
                }
            }
            for (int s = 0; s < SEMITONES; s++) {
                attack.add(latent, truth, base + (LatentLayout.ATTACK + s) * steps, steps, 1);
            }
            onset.add(latent, truth, base + LatentLayout.ONSET * steps, steps, 2);
        }
        return new LatentScore(voiced == 0 ? 0 : (double) right / voiced, attack.f1(), onset.f1());
    }

    private static int strongest(float[] latent, int base, int steps, int t) {
        int best = 0;
        for (int s = 1; s < SEMITONES; s++) {
            if (latent[base + (LatentLayout.PITCH + s) * steps + t]
                    > latent[base + (LatentLayout.PITCH + best) * steps + t]) {
                best = s;
            }
        }
        return best;
    }

    private static final class Counts {

        private int found;
        private int expected;
        private int foundRight;
        private int expectedFound;

        void add(float[] latent, float[] truth, int row, int steps, int tolerance) {
            for (int t = 0; t < steps; t++) {
                if (peak(latent, row, steps, t, THRESHOLD)) {
                    found++;
                    foundRight += near(truth, row, steps, t, tolerance, 0.9f) ? 1 : 0;
                }
                if (truth[row + t] > 0.9f) {
                    expected++;
                    expectedFound += near(latent, row, steps, t, tolerance, THRESHOLD) ? 1 : 0;
                }
            }
        }

        private static boolean peak(float[] values, int row, int steps, int t, float threshold) {
            float v = values[row + t];
            return v > threshold && (t == 0 || v > values[row + t - 1]) && (t == steps - 1 || v >= values[row + t + 1]);
        }

        private static boolean near(float[] values, int row, int steps, int t, int tolerance, float threshold) {
            for (int k = Math.max(0, t - tolerance); k <= Math.min(steps - 1, t + tolerance); k++) {
                if (values[row + k] > threshold) {
                    return true;
                }
            }
            return false;
        }

        double f1() {
            if (found == 0 || expected == 0) {
                return 0;
            }
            double precision = (double) foundRight / found;
            double recall = (double) expectedFound / expected;
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }
}
