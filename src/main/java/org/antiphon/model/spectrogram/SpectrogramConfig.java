package org.antiphon.model.spectrogram;

/**
 * Sizes of a spectrogram model.
 *
 * @param channels of the latent
 * @param bins mel bins
 * @param dim channels of both networks
 * @param hidden channels inside a block
 * @param regressionBlocks blocks of the regression
 * @param flowBlocks blocks of the flow
 * @param kernel width of their convolutions in latent steps, odd
 * @param spread deviation of a spectrogram around the regression, in units of the scaled mel, that the flow starts from
 */
public record SpectrogramConfig(
        int channels, int bins, int dim, int hidden, int regressionBlocks, int flowBlocks, int kernel, float spread) {

    /** Mel frames a latent step. */
    public static final int FRAMES_PER_STEP = 2;

    private static final float CENTRE = -5;
    private static final float SCALE = 3;

    /** @throws IllegalArgumentException naming the size that makes no model */
    public SpectrogramConfig {
        if (channels < 1 || bins < 1 || dim < 1 || hidden < 1 || regressionBlocks < 1 || flowBlocks < 1) {
            throw new IllegalArgumentException("spectrogram sizes must be positive: channels " + channels + ", bins "
                    + bins + ", dim " + dim + ", hidden " + hidden + ", blocks " + regressionBlocks + " and "
                    + flowBlocks);
        }
        if (kernel % 2 == 0 || !(spread > 0)) {
            throw new IllegalArgumentException(
                    "kernel must be odd and spread positive, were " + kernel + " and " + spread);
        }
    }

    /** Mel numbers a latent step. */
    public int width() {
        return bins * FRAMES_PER_STEP;
    }

    /** How many latent steps left and right of a step its output depends on. */
    public int reach() {
        return (regressionBlocks + flowBlocks + 1) * (kernel / 2);
    }

    /** A natural log-mel value as the networks see it, about -2.2 to 2.5. */
    public static float scaled(float logMel) {
        return (logMel - CENTRE) / SCALE;
    }

    /** The inverse of {@link #scaled}. */
    public static float unscaled(float value) {
        return value * SCALE + CENTRE;
    }
}
