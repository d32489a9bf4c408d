package org.antiphon.model.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.Embedding;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TransformerLayer;
import org.antiphon.nn.Weights;

/**
 * What stands in the next column of a {@link DelayPattern}: convolutions read the latent around a step, past and future; a
 * causal transformer adds the columns so far. Column by column with a memory gives what all at once would.
 *
 * <p>It does not begin from nothing. What the spectrogram model's regression expects to sound, as the codec codes it, is given
 * with the latent, and of each codebook's vectors those are likelier from the start that lie near what is left of that code
 * (as for a normal deviation from it). The transformer learns what is to be added to these logarithms of probabilities.
 */
public final class TokensNetwork {

    private static final float FORBIDDEN = -1e9f;

    private final TokensConfig config;
    private final Conv1d embed;
    private final List<ConvNeXtBlock> blocks = new ArrayList<>();
    private final LayerNorm read;
    private final List<NDArray> codebooks = new ArrayList<>();
    private final List<NDArray> trust = new ArrayList<>();
    private final List<Embedding> embeddings = new ArrayList<>();
    private final NDArray positions;
    private final List<TransformerLayer> layers = new ArrayList<>();
    private final LayerNorm last;
    private final List<Linear> heads = new ArrayList<>();

    public TokensNetwork(Weights.Scope scope, TokensConfig config) {
        this.config = config;
        int dim = config.dim();
        embed = new Conv1d(scope.child("latent"), config.channels() + config.codeDim(), dim, config.kernel());
        for (int i = 0; i < config.latentBlocks(); i++) {
            blocks.add(new ConvNeXtBlock(scope.child("block" + i), dim, config.hidden(), config.kernel()));
        }
        read = new LayerNorm(scope.child("read"), dim);
        for (int k = 0; k < config.codebooks(); k++) {
            float[] unknown = new float[config.entries() * config.codeDim()];
            codebooks.add(scope.buffer("codebook" + k, unknown, config.entries(), config.codeDim()));
            trust.add(scope.filled("trust" + k, 0, 1));
        }
        for (int k = 0; k < config.codebooks(); k++) {
            embeddings.add(new Embedding(scope.child("embed" + k), config.entries() + 1, dim));
        }
        int columns = config.pattern().columns(config.window());
        positions = scope.buffer("positions", sinusoids(columns, dim), columns, dim);
        for (int i = 0; i < config.layers(); i++) {
            layers.add(new TransformerLayer(scope.child("layer" + i), dim, config.heads(), config.hidden()));
        }
        last = new LayerNorm(scope.child("last"), dim);
        for (int k = 0; k < config.codebooks(); k++) {
            heads.add(new Linear(scope.child("head" + k), dim, config.entries(), 0.02));
        }
    }

    public TokensConfig config() {
        return config;
    }

    /** The codec's vectors, as they were when this was trained. */
    public Leftover leftover() {
        return new Leftover(codebooks.stream().map(NDArray::toFloatArray).toArray(float[][]::new), config.codeDim());
    }

    /**
     * What latent and expectation say of each step.
     *
     * @param latent (B, channels, T)
     * @param expected code, (B, T, codeDim)
     * @return (B, T, dim)
     * @throws IllegalArgumentException if a shape is another
     */
    public NDArray read(NDArray latent, NDArray expected) {
        Shape shape = latent.getShape();
        Shape code = new Shape(shape.get(0), shape.get(2), config.codeDim());
        if (shape.get(1) != config.channels() || !expected.getShape().equals(code)) {
            throw new IllegalArgumentException("token model takes (B, " + config.channels() + ", T) and (B, T, "
                    + config.codeDim() + "), got " + shape + " and " + expected.getShape());
        }
        NDArray x = embed.apply(latent.concat(expected.transpose(0, 2, 1), 1)); // (B, dim, T)
        for (ConvNeXtBlock block : blocks) {
            x = block.apply(x);
        }
        return read.apply(x.transpose(0, 2, 1));
    }

    /** A fresh memory for every layer. */
    public List<TransformerLayer.Memory> memory() {
        return layers.stream().map(layer -> new TransformerLayer.Memory()).toList();
    }

    /**
     * What follows each column.
     *
     * @param columns the symbols, one array (B, N) of whole numbers a codebook
     * @param read of the steps that stand at codebook 0 of the columns that follow, (B, N, dim)
     * @param left for each codebook what is left of the expected code at its cell of the columns that follow, (B, N, codeDim)
     * @param memory of the columns before these, to which these are added; null where there are none
     * @return for each codebook the unnormalised logarithms of probabilities, (B, N, entries)
     */
    public List<NDArray> next(
            List<NDArray> columns, NDArray read, List<NDArray> left, List<TransformerLayer.Memory> memory) {
        int before = memory == null ? 0 : (int) memory.get(0).length();
        int count = (int) read.getShape().get(1);
        NDArray x = read.add(positions.get(before + ":" + (before + count)));
        for (int k = 0; k < config.codebooks(); k++) {
            x = x.add(embeddings.get(k).apply(columns.get(k)));
        }
        NDArray bias = count == 1 ? null : causal(x.getManager(), before, count);
        for (int i = 0; i < layers.size(); i++) {
            x = layers.get(i).apply(x, bias, memory == null ? null : memory.get(i));
        }
        NDArray y = last.apply(x);
        List<NDArray> logits = new ArrayList<>();
        for (int k = 0; k < heads.size(); k++) {
            logits.add(heads.get(k)
                    .apply(y)
                    .add(nearness(k, left.get(k)).mul(trust.get(k).exp())));
        }
        return logits;
    }

    /** Half the squared distance to each vector, less what is the same for all of them, negative: (B, N, entries). */
    private NDArray nearness(int k, NDArray left) {
        NDArray codebook = codebooks.get(k);
        return left.matMul(codebook.transpose())
                .sub(Scalars.over(codebook.square().sum(new int[] {1}), 2).reshape(1, 1, -1));
    }

    /** Nothing looks ahead: (1, 1, count, before + count). */
    private static NDArray causal(NDManager manager, int before, int count) {
        int width = before + count;
        float[] bias = new float[count * width];
        for (int i = 0; i < count; i++) {
            for (int j = before + i + 1; j < width; j++) {
                bias[i * width + j] = FORBIDDEN;
            }
        }
        return manager.create(bias, new Shape(1, 1, count, width));
    }

    /** Positions as waves (Vaswani et al. 2017, section 3.5). */
    private static float[] sinusoids(int positions, int dim) {
        float[] out = new float[positions * dim];
        for (int p = 0; p < positions; p++) {
            for (int i = 0; i < dim / 2; i++) {
                double angle = p * Math.exp(-Math.log(10_000) * i / Math.max(1, dim / 2 - 1));
                out[p * dim + i] = (float) Math.cos(angle);
                out[p * dim + dim / 2 + i] = (float) Math.sin(angle);
            }
        }
        return out;
    }
}
