package org.antiphon.model.tokens;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.Seed;

/**
 * How a token is chosen from what the network says.
 *
 * @param temperature 1 draws as the network says, less is surer, 0 always takes the likeliest
 * @param among how many of the likeliest a token is drawn from
 * @param guidance how far the latent is followed beyond what it says (classifier-free, Ho and Salimans 2022); 1 is as it
 *     says, and half the work
 */
public record TokenChoice(double temperature, int among, double guidance) {

    /** What measured best on held-out etudes. */
    public static final TokenChoice USUAL = new TokenChoice(0.7, 50, 1);

    /** Nothing at random. */
    public static final TokenChoice LIKELIEST = new TokenChoice(0, 1, 1);

    /** @throws IllegalArgumentException naming the number that is out of range */
    public TokenChoice {
        if (!(temperature >= 0) || among < 1 || !(guidance >= 0)) {
            throw new IllegalArgumentException("temperature and guidance must not be negative, and one token must be "
                    + "left to draw: were " + temperature + ", " + guidance + ", " + among);
        }
    }

    /**
     * Draws from unnormalised logarithms of probabilities {@code [from, from + entries)}; the same for the same seed,
     * codebook and step.
     */
    int choose(float[] logits, int from, int entries, Seed seed, int codebook, int step) {
        int best = 0;
        for (int i = 1; i < entries; i++) {
            best = logits[from + i] > logits[from + best] ? i : best;
        }
        if (temperature == 0 || among == 1) {
            return best;
        }
        float least = Float.NEGATIVE_INFINITY;
        if (among < entries) {
            float[] sorted = Arrays.copyOfRange(logits, from, from + entries);
            Arrays.sort(sorted);
            least = sorted[entries - among];
        }
        double[] reached = new double[entries]; // cumulative
        double sum = 0;
        for (int i = 0; i < entries; i++) {
            float value = logits[from + i];
            sum += value < least ? 0 : Math.exp((value - logits[from + best]) / temperature);
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
