package org.antiphon.model.vivit;

/**
 * Sizes of a {@link VideoEncoder}.
 *
 * @param pictureSize height and width of the pictures, a multiple of 16
 * @param fineDim channels of the map with one cell per 4×4 pixels; twice that per 8×8
 * @param dim channels of a spatial token
 * @param heads attention heads over space
 * @param spatialLayers transformer layers over the tokens of one tubelet
 * @param timeDim channels of a frame in time
 * @param timeBlocks convolution blocks over frames, before attention, and half as many after it
 * @param timeHeads attention heads over time
 * @param timeLayers transformer layers over time
 */
public record VideoEncoderConfig(
        int pictureSize,
        int fineDim,
        int dim,
        int heads,
        int spatialLayers,
        int timeDim,
        int timeBlocks,
        int timeHeads,
        int timeLayers) {

    /** @throws IllegalArgumentException if a size is not positive or pictures do not split into tokens */
    public VideoEncoderConfig {
        if (pictureSize <= 0 || pictureSize % 16 != 0) {
            throw new IllegalArgumentException("pictureSize must be a multiple of 16, was " + pictureSize);
        }
        if (fineDim <= 0 || dim <= 0 || heads <= 0 || spatialLayers < 0) {
            throw new IllegalArgumentException("sizes of a video encoder in space must be positive");
        }
        if (timeDim <= 0 || timeBlocks < 0 || timeHeads <= 0 || timeLayers < 0) {
            throw new IllegalArgumentException("sizes of a video encoder in time must be positive");
        }
    }

    int tokensPerSide() {
        return pictureSize / 16;
    }

    int tokens() {
        return tokensPerSide() * tokensPerSide();
    }

    /** Cells per side of the map that control points are found on. */
    public int cellsPerSide() {
        return pictureSize / 4;
    }
}
