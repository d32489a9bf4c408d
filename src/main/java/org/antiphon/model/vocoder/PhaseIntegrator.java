package org.antiphon.model.vocoder;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Puts phases together from their expected differences.
 *
 * <p>Differences of phase follow from magnitudes and are the same wherever a tone began, so a network that does not know
 * the time can predict them, while it cannot predict phases themselves (Masuyama et al. 2020, "Phase reconstruction
 * based on recurrent phase unwrapping"). Integration follows the most reliable difference first, as phase gradient heap
 * integration does (Průša et al. 2017), with two changes: reliability is magnitude times the certainty of the network,
 * and a bin takes the weighted mean of what all its known neighbours say. The queue is sorted into levels of 1.5 dB,
 * first in first out within a level, so the work is linear in the number of bins and the result is repeatable.
 */
final class PhaseIntegrator {

    private static final int LEVELS = 96;
    private static final double LEVELS_PER_NEPER = 8.685889638 / 1.5;
    private static final float[] NOWHERE = {};

    private final PhaseSteps steps;
    private final int bins;
    private final float[] advanceReal;
    private final float[] advanceImaginary;
    private final float[] real;
    private final float[] imaginary;
    private final byte[] known;
    private final byte[] level;
    private final LevelQueue queue;

    /** @param advance phase a bin gains from frame to frame for each bin of its number: 2π hop / window */
    private PhaseIntegrator(PhaseSteps steps, double advance) {
        this.steps = steps;
        bins = steps.bins();
        advanceReal = new float[bins];
        advanceImaginary = new float[bins];
        for (int k = 0; k < bins; k++) {
            advanceReal[k] = (float) Math.cos(advance * k);
            advanceImaginary[k] = (float) Math.sin(advance * k);
        }
        int n = steps.frames() * bins;
        real = new float[n];
        imaginary = new float[n];
        known = new byte[n];
        level = new byte[n];
        queue = new LevelQueue(LEVELS, n);
    }

    /** Unit phasors, interleaved real and imaginary, {@code [(frame * bins + bin) * 2]}. */
    static float[] integrate(PhaseSteps steps, double advance, SplittableRandom random) {
        return integrate(steps, advance, NOWHERE, random);
    }

    /** @param before interleaved phasors of the first frames, where they are known already */
    static float[] integrate(PhaseSteps steps, double advance, float[] before, SplittableRandom random) {
        PhaseIntegrator integrator = new PhaseIntegrator(steps, advance);
        integrator.rankBins();
        integrator.begin(before);
        integrator.spread(random);
        return integrator.interleaved();
    }

    private void rankBins() {
        float loudest = 1e-9f;
        for (float magnitude : steps.magnitude()) {
            loudest = Math.max(loudest, magnitude);
        }
        for (int i = 0; i < level.length; i++) {
            double below = Math.log(loudest / Math.max(steps.magnitude()[i], 1e-12f)) * LEVELS_PER_NEPER;
            level[i] = (byte) Math.min(LEVELS - 1, (int) below);
        }
    }

    private void begin(float[] before) {
        int count = before.length / 2;
        for (int i = 0; i < count; i++) {
            real[i] = before[2 * i];
            imaginary[i] = before[2 * i + 1];
            known[i] = 1;
        }
        for (int i = Math.max(0, count - bins); i < count; i++) {
            queue.add(level[i], i);
        }
    }

    private void spread(SplittableRandom random) {
        int[] order = loudestFirst();
        drain();
        for (int i : order) {
            if (known[i] == 0) {
                double angle = random.nextDouble() * 2 * Math.PI;
                set(i, (float) Math.cos(angle), (float) Math.sin(angle));
                drain();
            }
        }
    }

    private void drain() {
        for (int i = queue.poll(); i >= 0; i = queue.poll()) {
            int t = i / bins;
            int k = i - t * bins;
            if (t > 0) {
                resolve(i - bins);
            }
            if (t < steps.frames() - 1) {
                resolve(i + bins);
            }
            if (k > 0) {
                resolve(i - 1);
            }
            if (k < bins - 1) {
                resolve(i + 1);
            }
        }
    }

    /** A bin next to a known one: the mean of what its known neighbours say, unless they contradict each other. */
    private void resolve(int i) {
        if (known[i] != 0 || level[i] == LEVELS - 1) {
            return;
        }
        int t = i / bins;
        int k = i - t * bins;
        float re = 0;
        float im = 0;
        float a = advanceReal[k];
        float b = advanceImaginary[k];
        if (t > 0 && known[i - bins] != 0) { // φ[t,k] = φ[t−1,k] + advance k + δt[t,k]
            int j = i - bins;
            float w = steps.magnitude()[j];
            float ur = real[j] * a - imaginary[j] * b;
            float ui = real[j] * b + imaginary[j] * a;
            re += w * (ur * steps.timeReal()[i] - ui * steps.timeImaginary()[i]);
            im += w * (ur * steps.timeImaginary()[i] + ui * steps.timeReal()[i]);
        }
        if (t < steps.frames() - 1 && known[i + bins] != 0) { // φ[t,k] = φ[t+1,k] − advance k − δt[t+1,k]
            int j = i + bins;
            float w = steps.magnitude()[j];
            float ur = real[j] * a + imaginary[j] * b;
            float ui = imaginary[j] * a - real[j] * b;
            re += w * (ur * steps.timeReal()[j] + ui * steps.timeImaginary()[j]);
            im += w * (ui * steps.timeReal()[j] - ur * steps.timeImaginary()[j]);
        }
        if (k > 0 && known[i - 1] != 0) { // φ[t,k] = φ[t,k−1] + δk[t,k−1]
            int j = i - 1;
            float w = steps.magnitude()[j];
            re += w * (real[j] * steps.binReal()[j] - imaginary[j] * steps.binImaginary()[j]);
            im += w * (real[j] * steps.binImaginary()[j] + imaginary[j] * steps.binReal()[j]);
        }
        if (k < bins - 1 && known[i + 1] != 0) { // φ[t,k] = φ[t,k+1] − δk[t,k]
            int j = i + 1;
            float w = steps.magnitude()[j];
            re += w * (real[j] * steps.binReal()[i] + imaginary[j] * steps.binImaginary()[i]);
            im += w * (imaginary[j] * steps.binReal()[i] - real[j] * steps.binImaginary()[i]);
        }
        float length = (float) Math.sqrt((double) re * re + (double) im * im);
        if (length > 1e-20f) {
            set(i, re / length, im / length);
        }
    }

    private void set(int i, float re, float im) {
        real[i] = re;
        imaginary[i] = im;
        known[i] = 1;
        queue.add(level[i], i);
    }

    private int[] loudestFirst() {
        int[] starts = new int[LEVELS + 1];
        for (byte l : level) {
            starts[l + 1]++;
        }
        for (int l = 0; l < LEVELS; l++) {
            starts[l + 1] += starts[l];
        }
        int[] order = new int[level.length];
        for (int i = 0; i < level.length; i++) {
            order[starts[level[i]]++] = i;
        }
        return order;
    }

    private float[] interleaved() {
        float[] phasors = new float[2 * real.length];
        for (int i = 0; i < real.length; i++) {
            phasors[2 * i] = real[i];
            phasors[2 * i + 1] = imaginary[i];
        }
        return phasors;
    }

    /** Numbers in levels; level 0 leaves first, within a level whoever came first. */
    private static final class LevelQueue {

        private final int[] head;
        private final int[] tail;
        private final int[] next;
        private int lowest;

        LevelQueue(int levels, int capacity) {
            head = new int[levels];
            tail = new int[levels];
            Arrays.fill(head, -1);
            next = new int[capacity];
            lowest = levels;
        }

        void add(int level, int item) {
            next[item] = -1;
            if (head[level] < 0) {
                head[level] = item;
            } else {
                next[tail[level]] = item;
            }
            tail[level] = item;
            lowest = Math.min(lowest, level);
        }

        int poll() {
            while (lowest < head.length && head[lowest] < 0) {
                lowest++;
            }
            if (lowest == head.length) {
                return -1;
            }
            int item = head[lowest];
            head[lowest] = next[item];
            return item;
        }
    }
}
