package org.antiphon.training.tokens;

/** What a recording offers to this objective, on one grid. */
public interface TokenSource {

    int steps();

    /** The whole latent, channel-major (CHANNELS, steps + more) as {@code LatentLayout} has it; silent beyond the end. */
    float[] latent(int more);

    /** {@code [codebook][step]} of the whole recording. */
    int[][] tokens();
}
