package org.antiphon.model.tokens;

/**
 * Sizes of a token model.
 *
 * @param channels of the latent
 * @param codebooks of the codec
 * @param entries of each codebook
 * @param codeDim numbers of the codec's vectors
 * @param latentBlocks ConvNeXt blocks that read the latent, also what is still to come
 * @param kernel width of their convolutions in steps, odd
 * @param dim channels
 * @param hidden channels inside a block or a layer
 * @param layers of the transformer
 * @param heads of each layer
 * @param window steps that the transformer looks at, as many as in training
 */
public record TokensConfig(
        int channels,
        int codebooks,
        int entries,
        int codeDim,
        int latentBlocks,
        int kernel,
        int dim,
        int hidden,
        int layers,
        int heads,
        int window) {

    /** @throws IllegalArgumentException naming the size that makes no model */
    public TokensConfig {
        if (channels < 1 || codebooks < 1 || entries < 2 || hidden < 1 || layers < 1) {
            throw new IllegalArgumentException("token model sizes must be positive: channels " + channels
                    + ", codebooks " + codebooks + " of " + entries + ", hidden " + hidden + ", layers " + layers);
        }
        if (codeDim < 1 || latentBlocks < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("reading the latent needs positive sizes and an odd kernel, has code "
                    + codeDim + ", blocks " + latentBlocks + ", kernel " + kernel);
        }
        if (heads < 1 || dim < 1 || dim % (2 * heads) != 0) {
            throw new IllegalArgumentException(
                    "channels must be even for every head, were " + dim + " of " + heads + " heads");
        }
        if (window < 2 * codebooks) {
            throw new IllegalArgumentException("a window of " + window + " steps is too short");
        }
    }

    public DelayPattern pattern() {
        return new DelayPattern(codebooks, entries);
    }

    /** How many steps left and right of a step the reading of the latent depends on. */
    public int reach() {
        return (latentBlocks + 1) * (kernel / 2);
    }
}
