package org.antiphon.model.vocoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhaseIntegratorTest {

    private static final int FFT = 256;
    private static final int HOP = 64;
    private static final int FRAMES = 60;
    private static final double ADVANCE = 2 * Math.PI * HOP / FFT;

    @Test
    void theInverseOfATransformIsTheSound() {
        float[] sound = twoTones();
        try (NDManager manager = NDManager.newBaseManager()) {
            OverlapAdd transform = new OverlapAdd(FFT, HOP);
            float[] back = transform.inverse(manager, transform.forward(manager, sound, FRAMES), FRAMES, sound.length);
            for (int i = 0; i < sound.length - FFT; i++) {
                assertThat(back[i]).isCloseTo(sound[i], within(1e-5f));
            }
        }
    }

    @Test
    void trueDifferencesGiveBackTheSoundUpToItsPhase() {
        float[] spectrum = spectrum();
        PhaseSteps steps = truth(spectrum, FFT / 2 + 1);
        float[] phasors = PhaseIntegrator.integrate(steps, ADVANCE, new SplittableRandom(1));
        double[] product = product(phasors, steps.magnitude(), spectrum);
        assertThat(Math.hypot(product[0], product[1])).isGreaterThan(0.999);
    }

    @Test
    void phasesThatAreKnownStayAndOthersFollowThem() {
        float[] spectrum = spectrum();
        PhaseSteps steps = truth(spectrum, FFT / 2 + 1);
        float[] before = new float[10 * (FFT / 2 + 1) * 2];
        for (int i = 0; i < before.length; i++) {
            before[i] = spectrum[i] / Math.max(1e-12f, steps.magnitude()[i / 2]);
        }
        float[] phasors = PhaseIntegrator.integrate(steps, ADVANCE, before, new SplittableRandom(1));
        assertThat(Arrays.copyOf(phasors, before.length)).isEqualTo(before);
        assertThat(product(phasors, steps.magnitude(), spectrum)[0]).isGreaterThan(0.999);
    }

    @Test
    void theSameSeedGivesTheSamePhases() {
        float[] ones = new float[20 * 5];
        Arrays.fill(ones, 1);
        float[] none = new float[20 * 5];
        PhaseSteps steps = new PhaseSteps(20, 5, ones, none, none, none, none);
        assertThat(PhaseIntegrator.integrate(steps, 1, new SplittableRandom(3)))
                .isEqualTo(PhaseIntegrator.integrate(steps, 1, new SplittableRandom(3)))
                .isNotEqualTo(PhaseIntegrator.integrate(steps, 1, new SplittableRandom(4)));
    }

    private static float[] twoTones() {
        float[] sound = new float[FRAMES * HOP];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.5 * Math.sin(0.31 * i + 1) + 0.3 * Math.sin(1.13 * i + 2));
        }
        return sound;
    }

    private static float[] spectrum() {
        try (NDManager manager = NDManager.newBaseManager()) {
            return new OverlapAdd(FFT, HOP).forward(manager, twoTones(), FRAMES);
        }
    }

    /** Normalised inner product of two spectra, real and imaginary: of length 1 if they differ by a phase alone. */
    private static double[] product(float[] phasors, float[] magnitude, float[] spectrum) {
        double re = 0;
        double im = 0;
        double power = 0;
        for (int i = 0; i < phasors.length; i += 2) {
            double a = (double) phasors[i] * magnitude[i / 2];
            double b = (double) phasors[i + 1] * magnitude[i / 2];
            re += a * spectrum[i] + b * spectrum[i + 1];
            im += b * spectrum[i] - a * spectrum[i + 1];
            power += a * a + b * b;
        }
        return new double[] {re / power, im / power};
    }

    private static PhaseSteps truth(float[] spectrum, int bins) {
        int n = spectrum.length / 2;
        float[][] out = new float[5][n];
        for (int i = 0; i < n; i++) {
            double angle = Math.atan2(spectrum[2 * i + 1], spectrum[2 * i]);
            out[0][i] = (float) Math.hypot(spectrum[2 * i], spectrum[2 * i + 1]);
            if (i >= bins) {
                int j = 2 * (i - bins);
                double step = angle - Math.atan2(spectrum[j + 1], spectrum[j]) - ADVANCE * (i % bins);
                out[1][i] = (float) Math.cos(step);
                out[2][i] = (float) Math.sin(step);
            }
            if (i % bins < bins - 1) {
                double step = Math.atan2(spectrum[2 * i + 3], spectrum[2 * i + 2]) - angle;
                out[3][i] = (float) Math.cos(step);
                out[4][i] = (float) Math.sin(step);
            }
        }
        return new PhaseSteps(n / bins, bins, out[0], out[1], out[2], out[3], out[4]);
    }
}
