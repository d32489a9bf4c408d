package org.antiphon.model.codec;

/**
 * Sizes of a codec.
 *
 * @param bins mel bins
 * @param dim channels of encoder and decoder
 * @param hidden channels inside a block
 * @param blocks blocks of the encoder, and as many of the decoder
 * @param kernel width of their convolutions in steps, odd
 * @param codeDim numbers of a code vector
 * @param codebooks how many codebooks, each for what those before it left
 * @param entries vectors in each codebook
 */
public record CodecConfig(
        int bins, int dim, int hidden, int blocks, int kernel, int codeDim, int codebooks, int entries) {

    /** Mel frames a step: 100 Hz folded to the latent's 50 Hz. */
    public static final int FRAMES_PER_STEP = 2;

    /** @throws IllegalArgumentException naming the size that makes no codec */
    public CodecConfig {
        if (bins < 1 || dim < 1 || hidden < 1 || blocks < 1 || codeDim < 1 || codebooks < 1 || entries < 2) {
            throw new IllegalArgumentException("codec sizes must be positive: bins " + bins + ", dim " + dim
                    + ", hidden " + hidden + ", blocks " + blocks + ", code " + codeDim + ", codebooks " + codebooks
                    + " of " + entries);
        }
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd, was " + kernel);
        }
    }

    /** Mel numbers a step. */
    public int width() {
        return bins * FRAMES_PER_STEP;
    }

    /** How many steps left and right of a step the encoder, or the decoder, looks at. */
    public int reach() {
        return blocks * (kernel / 2);
    }

    /** Bits a second that the tokens hold. */
    public double bitrate() {
        return 50.0 * codebooks * Math.log(entries) / Math.log(2);
    }
}
