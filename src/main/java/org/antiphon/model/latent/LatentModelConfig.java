package org.antiphon.model.latent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import org.antiphon.model.vivit.VideoEncoderConfig;

/**
 * Sizes of a {@link LatentModel}.
 *
 * @param dim width of both encoders' features before the shared layout
 * @param video our own video encoder, or null where there is a visual one
 * @param visual a published ViViT in its place, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LatentModelConfig(int dim, VideoEncoderConfig video, AudioEncoderConfig audio, VisualConfig visual) {

    /** @throws IllegalArgumentException if a part is missing or dim not positive */
    public LatentModelConfig {
        if (dim <= 0 || (video == null) == (visual == null) || audio == null) {
            throw new IllegalArgumentException("a latent model needs dim, audio, and either video or visual");
        }
    }

    /** With our own video encoder. */
    public LatentModelConfig(int dim, VideoEncoderConfig video, AudioEncoderConfig audio) {
        this(dim, video, audio, null);
    }

    /** This, with what a visual encoder's checkpoint tells of itself. */
    public LatentModelConfig resolved() throws IOException {
        return visual == null ? this : new LatentModelConfig(dim, null, audio, visual.resolved());
    }
}
