package org.antiphon.model.tokens;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.Seed;

/**
 * How a token is chosen from what the network says.
 *
 * @param temperature 1 draws as the network says, less is surer, 0 always takes the likeliest
 * @param among how many of the likeliest a token is drawn from
 */
public record TokenChoice(double temperature, int among) {

    /** Measured no worse than {@link #LIKELIEST} on a few unseen etudes, and is livelier. */
    public static final TokenChoice USUAL = new TokenChoice(0.5, 20);

    /** Nothing at random. */
    public static final TokenChoice LIKELIEST = new TokenChoice(0, 1);

    /** @throws IllegalArgumentException naming the number that is out of range */
    public TokenChoice {
        if (!(temperature >= 0) || among < 1) {
            throw new IllegalArgumentException(
                    "temperature must not be negative, and one token must be left to draw: were " + temperature
                            + " and " + among);
        }
    }

    /**
     * Draws from unnormalised logarithms of probabilities; the same for the same seed,
     * codebook and step.
     */
    int choose(float[] logits, Seed seed, int codebook, int step) {
        int entries = logits.length;
        int best = 0;
        for (int i = 1; i < entries; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        if (temperature == 0 || among == 1) {
            return best;
        }
        float least = Float.NEGATIVE_INFINITY;
        if (among < entries) {
            float[] sorted = logits.clone();
            Arrays.sort(sorted);
            least = sorted[entries - among];
        }
        double[] reached = new double[entries]; // cumulative
        double sum = 0;
        for (int i = 0; i < entries; i++) {
            float value = logits[i];
            sum += value < least ? 0 : Math.exp((value - logits[best]) / temperature);
            reached[i] = sum;
        }
        double drawn = new SplittableRandom(seed.derive(codebook + "." + step).value()).nextDouble() * sum;
        for (int i = 0; i < entries; i++) {
            if (drawn < reached[i]) {
                return i;
            }
        }
        return best;
    }
}
