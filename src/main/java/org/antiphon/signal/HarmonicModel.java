package org.antiphon.signal;

import java.util.Arrays;

/** Explains a magnitude spectrogram by semitones that share one timbre, and tells how strong each is over time. */
final class HarmonicModel {

    /*
     * Non-negative factorisation with the Kullback–Leibler divergence (Lee and Seung 2000) under a harmonic constraint
     * (Vincent, Bertin and Badeau 2010): V[k,t] ≈ Σn H[n,t] Σh a[h] P[n,h,k], where P is the window's main lobe around
     * the h-th partial of semitone n. Both H and the amplitudes a are learnt from the sound itself, so that a
     * vibraphone's strong fourth partial is not heard as a second note.
     */

    private static final int PARTIALS = 16;
    private static final int ROUNDS = 16;
    private static final double HIGHEST_HERTZ = 8000;
    private static final int HALF_LOBE = 3;
    private static final double FAINT = 1e-3;

    private final int semitones;
    private final int bins;
    private final int used;
    private final double[][][] lobe;
    private final int[][] first;

    HarmonicModel(int lowestMidi, int semitones, int rate, int size) {
        this.semitones = semitones;
        this.bins = size / 2 + 1;
        double perBin = (double) rate / size;
        this.used = (int) (HIGHEST_HERTZ / perBin);
        this.lobe = new double[semitones][PARTIALS][];
        this.first = new int[semitones][PARTIALS];
        for (int n = 0; n < semitones; n++) {
            double f0 = 440 * Math.pow(2, (lowestMidi + n - 69) / 12.0);
            for (int h = 0; h < PARTIALS; h++) {
                double centre = f0 * (h + 1) / perBin;
                double spread = Math.max(1.5, 0.012 * centre);
                int from = Math.max(1, (int) Math.ceil(centre - HALF_LOBE * spread / 1.5));
                int to = Math.min(used - 1, (int) Math.floor(centre + HALF_LOBE * spread / 1.5));
                first[n][h] = from;
                lobe[n][h] = new double[Math.max(0, to - from + 1)];
                for (int k = from; k <= to; k++) {
                    double x = (k - centre) / spread;
                    lobe[n][h][k - from] = Math.exp(-0.5 * x * x) / spread;
                }
            }
        }
    }

    /** Strength of each semitone in each frame: {@code [semitone][frame]}. */
    float[][] activations(float[] magnitude, int frames) {
        double[] amplitude = new double[PARTIALS];
        for (int h = 0; h < PARTIALS; h++) {
            amplitude[h] = 1.0 / (h + 1);
        }
        double[][] h = new double[frames][semitones];
        for (double[] row : h) {
            Arrays.fill(row, 1);
        }
        for (int round = 0; round < ROUNDS; round++) {
            amplitude = refine(magnitude, h, amplitude, round >= 4);
        }
        float[][] result = new float[semitones][frames];
        for (int t = 0; t < frames; t++) {
            for (int n = 0; n < semitones; n++) {
                result[n][t] = (float) h[t][n];
            }
        }
        return result;
    }

    private double[] refine(float[] magnitude, double[][] h, double[] amplitude, boolean learn) {
        double[] up = new double[PARTIALS];
        double[] down = new double[PARTIALS];
        double[] model = new double[used];
        double[] ratio = new double[used];
        for (int t = 0; t < h.length; t++) {
            forgetTheFaint(h[t]);
            explain(h[t], amplitude, model);
            for (int k = 0; k < used; k++) {
                ratio[k] = magnitude[t * bins + k] / (model[k] + 1e-6);
            }
            for (int n = 0; n < semitones; n++) {
                if (h[t][n] == 0) {
                    continue;
                }
                double gain = 0;
                double total = 1e-12;
                for (int p = 0; p < PARTIALS; p++) {
                    double match = 0;
                    double weight = 0;
                    for (int i = 0; i < lobe[n][p].length; i++) {
                        match += lobe[n][p][i] * ratio[first[n][p] + i];
                        weight += lobe[n][p][i];
                    }
                    gain += amplitude[p] * match;
                    total += amplitude[p] * weight;
                    up[p] += h[t][n] * match;
                    down[p] += h[t][n] * weight;
                }
                h[t][n] *= gain / total;
            }
        }
        return learn ? learnt(amplitude, up, down) : amplitude;
    }

    /** What has sunk 60 dB below the frame's strongest semitone will not come back, and need not be computed. */
    private static void forgetTheFaint(double[] strengths) {
        double most = 0;
        for (double strength : strengths) {
            most = Math.max(most, strength);
        }
        for (int n = 0; n < strengths.length; n++) {
            strengths[n] = strengths[n] < FAINT * most ? 0 : strengths[n];
        }
    }

    private static double[] learnt(double[] amplitude, double[] up, double[] down) {
        double[] next = amplitude.clone();
        for (int p = 0; p < PARTIALS; p++) {
            next[p] *= down[p] > 0 ? up[p] / down[p] : 1;
        }
        double scale = Arrays.stream(next).sum();
        for (int p = 0; p < PARTIALS; p++) {
            next[p] = Math.max(1e-4, next[p] / scale * 3);
        }
        return next;
    }

    private void explain(double[] h, double[] amplitude, double[] model) {
        Arrays.fill(model, 0);
        for (int n = 0; n < semitones; n++) {
            if (h[n] > 0) {
                for (int p = 0; p < PARTIALS; p++) {
                    double strength = h[n] * amplitude[p];
                    for (int i = 0; i < lobe[n][p].length; i++) {
                        model[first[n][p] + i] += strength * lobe[n][p][i];
                    }
                }
            }
        }
    }
}
