package org.antiphon.signal;

import org.antiphon.clip.Mel;

/** Brightness: where on the mel scale the middle of a sound's spectrum lies, 0 (lowest bin) to 1 (highest bin). */
public final class SpectralCentroid {

    private SpectralCentroid() {}

    /**
     * Brightness of {@code steps} steps of {@code framesPerStep} mel frames each, from the frame nearest to the middle
     * of each step and its two neighbours. Silence is 0.
     *
     * @param logMel natural logarithm of magnitudes, as {@link MelSpectrogram#log} gives
     */
    public static float[] brightness(Mel logMel, int steps, int framesPerStep) {
        float[] centroid = new float[steps];
        for (int t = 0; t < steps; t++) {
            int middle = t * framesPerStep + framesPerStep / 2;
            double weighted = 0;
            double total = 0;
            for (int frame = Math.max(0, middle - 1); frame <= Math.min(logMel.frames() - 1, middle + 1); frame++) {
                for (int bin = 0; bin < logMel.bins(); bin++) {
                    double magnitude = Math.exp(logMel.at(frame, bin)) - MelSpectrogram.FLOOR * 1.001;
                    if (magnitude > 0) {
                        weighted += magnitude * bin;
                        total += magnitude;
                    }
                }
            }
            centroid[t] = total > 0 ? (float) (weighted / total / (logMel.bins() - 1)) : 0f;
        }
        return centroid;
    }
}
