package org.antiphon.translation;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import org.antiphon.clip.PerformanceTrack;
import org.antiphon.model.latent.LatentLayout;

/** Joins what an encoder made of each window into one track, with how much it is to be trusted. */
final class TrackBuilder {

    private final int steps;
    private final Windows latent;
    private final Windows familiarity;

    TrackBuilder(int steps) {
        this.steps = steps;
        latent = new Windows(LatentLayout.CHANNELS, steps);
        familiarity = new Windows(1, steps);
    }

    /**
     * @param values channel-major latent of the window, {@code stride} steps a channel of which {@code length} count
     * @param familiar 0 to 1: how near the window lies to what the encoder was trained on
     */
    void add(float[] values, int stride, int start, int length, int fade, double familiar) {
        latent.add(values, stride, start, length, fade);
        float[] same = new float[length];
        java.util.Arrays.fill(same, (float) familiar);
        familiarity.add(same, length, start, length, fade);
    }

    PerformanceTrack track() {
        float[] channels = latent.joined();
        float[] familiar = familiarity.joined();
        float[] confidence = new float[steps];
        for (int t = 0; t < steps; t++) {
            confidence[t] = familiar[t] * certainty(channels, t);
        }
        return LatentLayout.toTrack(channels, steps, confidence);
    }

    /** How far the step's probabilities are from a coin's: whether something sounds, and if so which semitone. */
    private float certainty(float[] channels, int t) {
        float voiced = channels[LatentLayout.VOICED * steps + t];
        float strongest = 0;
        for (int s = 0; s < SEMITONES; s++) {
            strongest = Math.max(strongest, channels[(LatentLayout.PITCH + s) * steps + t]);
        }
        float sounding = Math.abs(2 * voiced - 1);
        float pitched = Math.min(1, Math.max(0, 2 * strongest - 0.2f));
        return 0.5f * sounding + 0.5f * (voiced * pitched + (1 - voiced));
    }

    /** Mean confidence of the steps where something may sound; of all steps where nothing does. */
    static double confidence(PerformanceTrack track) {
        double sum = 0;
        double weights = 0;
        for (int t = 0; t < track.steps(); t++) {
            double weight = 0.1 + track.voiced()[t];
            sum += weight * track.confidence()[t];
            weights += weight;
        }
        return Math.max(0, Math.min(1, sum / weights));
    }
}
