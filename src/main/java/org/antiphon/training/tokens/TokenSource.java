package org.antiphon.training.tokens;

/** What a recording offers to this objective, on one grid. */
public interface TokenSource {

    int steps();

    /** Channel-major (CHANNELS, count), as {@code LatentLayout} has it; silent beyond the end. */
    float[] latent(int from, int count);

    /** The code of what the latent lets expect, row-major (steps, codeDim), whole. */
    float[] expected();

    /** {@code [codebook][step]} of the whole recording. */
    int[][] tokens();
}
