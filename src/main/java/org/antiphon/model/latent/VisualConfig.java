package org.antiphon.model.latent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import org.antiphon.model.vivit.published.PixelRule;
import org.antiphon.model.vivit.published.VivitCheckpoint;
import org.antiphon.model.vivit.published.VivitSizes;

/**
 * A published ViViT in place of our own video encoder. A recipe gives the first three; what the model was built upon is
 * added when training begins and stands in the model's {@code config.json}.
 *
 * @param vivit folder of the checkpoint
 * @param frozen whether its weights stay as they are, and are read from that folder wherever the model is used; otherwise
 *     they are trained further and saved with the model
 * @param pixels checkpoint (by its own file, if nothing is given) or scenic
 * @param checksum SHA-256 of the checkpoint's weights
 * @param sizes of the checkpoint
 * @param rule by which pictures become numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisualConfig(
        String vivit, boolean frozen, String pixels, String checksum, VivitSizes sizes, PixelRule rule) {

    /** @throws IllegalArgumentException naming the part that cannot be used */
    public VisualConfig {
        if (vivit == null || vivit.isBlank()) {
            throw new IllegalArgumentException("visual needs vivit, the folder of a checkpoint");
        }
        pixels = pixels == null ? "checkpoint" : pixels;
        if (!pixels.equals("checkpoint") && !pixels.equals("scenic")) {
            throw new IllegalArgumentException("visual pixels must be checkpoint or scenic, was " + pixels);
        }
    }

    /** This, with what the checkpoint tells of itself. */
    public VisualConfig resolved() throws IOException {
        try (VivitCheckpoint checkpoint = open()) {
            PixelRule chosen = pixels.equals("scenic") ? PixelRule.scenic(checkpoint.sizes()) : checkpoint.pixelRule();
            return new VisualConfig(vivit, frozen, pixels, checkpoint.checksum(), checkpoint.sizes(), chosen);
        }
    }

    /**
     * The checkpoint.
     *
     * @throws IOException naming what is missing; where a checksum is given, also if it is another checkpoint by now
     */
    VivitCheckpoint open() throws IOException {
        VivitCheckpoint checkpoint;
        try {
            checkpoint = VivitCheckpoint.open(Path.of(vivit));
        } catch (IOException e) {
            throw checksum == null
                    ? e
                    : new IOException(
                            "the latent model was built upon the ViViT " + vivit + " of SHA-256 " + checksum
                                    + ", which cannot be opened: " + e.getMessage(),
                            e);
        }
        if (checksum != null && !checksum.equals(checkpoint.checksum())) {
            String found = checkpoint.checksum();
            checkpoint.close();
            throw new IOException("the latent model was built upon the ViViT " + vivit + " of SHA-256 " + checksum
                    + ", there is now another: " + found);
        }
        return checkpoint;
    }
}
