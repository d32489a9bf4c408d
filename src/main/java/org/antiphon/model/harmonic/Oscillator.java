package org.antiphon.model.harmonic;

import java.util.SplittableRandom;

/**
 * The harmonics of one note, in phase with each other. Frequency and amplitudes move evenly over a step to where they
 * are aimed; a note that is not aimed at any more falls silent within one.
 */
final class Oscillator {

    private final double[] amplitude = new double[Timbre.HARMONICS];
    private double[] aim = new double[Timbre.HARMONICS];
    private double phase;
    private double hertz;
    private double aimedHertz;
    private boolean aimed;

    Oscillator(SplittableRandom random) {
        phase = 2 * Math.PI * random.nextDouble();
    }

    /** @param amplitudes of the harmonics, each to be multiplied by the gain */
    void aim(double hertz, double[] amplitudes, double gain) {
        for (int h = 0; h < aim.length; h++) {
            aim[h] = gain * amplitudes[h];
        }
        aimedHertz = hertz;
        this.hertz = this.hertz == 0 ? hertz : this.hertz;
        aimed = true;
    }

    /** Adds {@code count} samples at 24 kHz, in which the aim is reached. */
    void play(float[] sound, int from, int count) {
        if (!aimed) {
            aim = new double[Timbre.HARMONICS];
        }
        int used = Timbre.HARMONICS;
        while (used > 0 && amplitude[used - 1] == 0 && aim[used - 1] == 0) {
            used--;
        }
        double[] change = new double[used];
        for (int h = 0; h < used; h++) {
            change[h] = (aim[h] - amplitude[h]) / count;
        }
        for (int i = 0; i < count; i++) {
            phase += 2 * Math.PI * (hertz + (aimedHertz - hertz) * i / count) / 24_000;
            double twice = 2 * Math.cos(phase);
            double before = 0;
            double sine = Math.sin(phase); // sin((h + 1) φ) = 2 cos φ sin(h φ) − sin((h − 1) φ)
            double sum = 0;
            for (int h = 0; h < used; h++) {
                amplitude[h] += change[h];
                sum += amplitude[h] * sine;
                double next = twice * sine - before;
                before = sine;
                sine = next;
            }
            sound[from + i] += (float) sum;
        }
        System.arraycopy(aim, 0, amplitude, 0, used);
        phase %= 2 * Math.PI;
        hertz = aimedHertz;
        aimed = false;
    }

    /** Whether nothing is left to be heard. */
    boolean silent() {
        for (double a : amplitude) {
            if (a != 0) {
                return false;
            }
        }
        return true;
    }
}
