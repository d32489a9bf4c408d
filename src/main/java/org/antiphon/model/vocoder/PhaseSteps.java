package org.antiphon.model.vocoder;

/**
 * What is known of a stretch of spectrum before its phases are: all arrays row-major {@code [frame * bins + bin]}.
 *
 * @param magnitude linear magnitudes
 * @param timeReal real part of the expected phasor exp(i (φ[t,k] − φ[t−1,k] − advance · k)); its length is its certainty
 * @param timeImaginary its imaginary part
 * @param binReal real part of the expected phasor exp(i (φ[t,k+1] − φ[t,k])), phases taken at the middle of the window
 * @param binImaginary its imaginary part
 */
record PhaseSteps(
        int frames,
        int bins,
        float[] magnitude,
        float[] timeReal,
        float[] timeImaginary,
        float[] binReal,
        float[] binImaginary) {

    /** @throws IllegalArgumentException if an array does not hold frames × bins values */
    PhaseSteps {
        int n = frames * bins;
        if (magnitude.length != n
                || timeReal.length != n
                || timeImaginary.length != n
                || binReal.length != n
                || binImaginary.length != n) {
            throw new IllegalArgumentException(
                    "phase steps of " + frames + " × " + bins + " need " + n + " values each");
        }
    }
}
