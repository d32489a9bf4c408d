package org.antiphon.model.vivit;

/**
 * Sizes of a {@link VideoEncoder}.
 *
 * @param pictureSize height and width of the pictures, a multiple of 16
 * @param dim channels of a spatial token
 * @param heads attention heads over space
 * @param spatialLayers transformer layers over the tokens of one tubelet
 * @param timeDim channels of a tubelet's summary
 * @param timeHeads attention heads over time
 * @param timeLayers transformer layers over time
 */
public record VideoEncoderConfig(
        int pictureSize, int dim, int heads, int spatialLayers, int timeDim, int timeHeads, int timeLayers) {

    /** @throws IllegalArgumentException if a size is not positive or pictures do not split into tokens */
    public VideoEncoderConfig {
        if (pictureSize <= 0 || pictureSize % 16 != 0) {
            throw new IllegalArgumentException("pictureSize must be a multiple of 16, was " + pictureSize);
        }
        if (dim <= 0 || heads <= 0 || spatialLayers < 0 || timeDim <= 0 || timeHeads <= 0 || timeLayers < 0) {
            throw new IllegalArgumentException("sizes of a video encoder must be positive");
        }
    }

    int tokensPerSide() {
        return pictureSize / 16;
    }

    int tokens() {
        return tokensPerSide() * tokensPerSide();
    }
}
