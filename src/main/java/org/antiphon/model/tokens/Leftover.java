package org.antiphon.model.tokens;

/**
 * What is left of an expected code when the vectors that have been named already are taken away: the next codebook is
 * likeliest to name what lies near it.
 *
 * @param codebooks {@code [codebook][entry * codeDim + i]}
 */
public record Leftover(float[][] codebooks, int codeDim) {

    /**
     * Writes what is left for a codebook at a step.
     *
     * @param expected row-major (steps, codeDim); beyond its end the last step counts on
     * @param tokens {@code [codebook][step]}, of which those of codebooks before {@code codebook} are named already
     * @param first the step of {@code expected} at which {@code tokens} begin
     */
    public void write(int codebook, float[] expected, int[][] tokens, int first, int step, float[] out, int at) {
        int row = Math.min(first + step, expected.length / codeDim - 1) * codeDim;
        for (int i = 0; i < codeDim; i++) {
            float left = expected[row + i];
            for (int k = 0; k < codebook; k++) {
                left -= codebooks[k][tokens[k][step] * codeDim + i];
            }
            out[at + i] = left;
        }
    }
}
