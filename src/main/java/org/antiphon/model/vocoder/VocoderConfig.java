package org.antiphon.model.vocoder;

/**
 * Sizes of a vocoder.
 *
 * @param bins mel bins of the input
 * @param dim channels of the backbone
 * @param hidden channels inside a block
 * @param blocks how many blocks
 * @param kernel width of their convolutions in frames, odd
 * @param fft length of the analysis window in samples (Hann), a power of two
 * @param hop samples between frames
 */
public record VocoderConfig(int bins, int dim, int hidden, int blocks, int kernel, int fft, int hop) {

    /** Mean and deviation of natural log-mel values of music, to which the input is normalised. */
    static final float CENTRE = -5f;

    static final float SPREAD = 3f;

    /** @throws IllegalArgumentException naming the size that makes no vocoder */
    public VocoderConfig {
        if (bins < 1 || dim < 1 || hidden < 1 || blocks < 1) {
            throw new IllegalArgumentException("vocoder sizes must be positive: bins " + bins + ", dim " + dim
                    + ", hidden " + hidden + ", blocks " + blocks);
        }
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd, was " + kernel);
        }
        if (Integer.bitCount(fft) != 1 || hop < 1 || hop * 2 > fft) {
            throw new IllegalArgumentException(
                    "window must be a power of two and hold two hops, was " + fft + " with hop " + hop);
        }
    }

    /** Bins of the spectrum, from 0 Hz to half the sampling rate. */
    public int spectrumBins() {
        return fft / 2 + 1;
    }

    /** How many frames left and right of a frame its output depends on. */
    public int reach() {
        return (blocks + 1) * (kernel / 2);
    }
}
