package org.antiphon.model.latent;

import org.antiphon.model.vivit.VideoEncoderConfig;

/** Sizes of a {@link LatentModel}; {@code dim} is the width of both encoders' features before the shared layout. */
public record LatentModelConfig(int dim, VideoEncoderConfig video, AudioEncoderConfig audio) {

    /** @throws IllegalArgumentException if a part is missing or dim not positive */
    public LatentModelConfig {
        if (dim <= 0 || video == null || audio == null) {
            throw new IllegalArgumentException("a latent model needs dim, video and audio");
        }
    }
}
