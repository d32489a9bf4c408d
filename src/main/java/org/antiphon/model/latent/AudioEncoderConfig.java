package org.antiphon.model.latent;

/** Sizes of an {@link AudioEncoder}: mel bins, channels, ConvNeXt blocks. */
public record AudioEncoderConfig(int bins, int dim, int blocks) {

    /** @throws IllegalArgumentException if a size is not positive */
    public AudioEncoderConfig {
        if (bins <= 0 || dim <= 0 || blocks <= 0) {
            throw new IllegalArgumentException("sizes of an audio encoder must be positive");
        }
    }
}
