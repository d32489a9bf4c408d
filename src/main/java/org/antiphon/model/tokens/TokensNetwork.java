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
import org.antiphon.nn.TransformerLayer;
import org.antiphon.nn.Weights;

/**
 * What stands in the next column of a {@link DelayPattern}: convolutions read the latent around a step, past and future; a
 * causal transformer adds the columns so far. Column by column with a memory gives what all at once would.
 *
 * <p>The convolutions are a copy of those that the spectrogram model's regression has learned (without its last layer), and
 * are not trained again: what a step of the latent sounds like is known there already.
 */
public final class TokensNetwork {

    private static final float FORBIDDEN = -1e9f;

    private final TokensConfig config;
    private final Conv1d embed;
    private final List<ConvNeXtBlock> blocks = new ArrayList<>();
    private final LayerNorm read;
    private final Linear enter;
    private final List<Embedding> embeddings = new ArrayList<>();
    private final NDArray positions;
    private final List<TransformerLayer> layers = new ArrayList<>();
    private final LayerNorm last;
    private final List<Linear> heads = new ArrayList<>();

    public TokensNetwork(Weights.Scope scope, TokensConfig config) {
        this.config = config;
        int dim = config.dim();
        Weights.Scope reader = scope.child("reader").kept();
        embed = new Conv1d(reader.child("embed"), config.channels(), config.readDim(), 5);
        for (int i = 0; i < config.readBlocks(); i++) {
            blocks.add(new ConvNeXtBlock(
                    reader.child("block" + i), config.readDim(), config.readHidden(), config.kernel()));
        }
        read = new LayerNorm(reader.child("last"), config.readDim());
        enter = new Linear(scope.child("enter"), config.readDim(), dim);
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

    /**
     * What the latent says of each step.
     *
     * @param latent (B, channels, T)
     * @return (B, T, readDim)
     * @throws IllegalArgumentException if the shape is another
     */
    public NDArray read(NDArray latent) {
        Shape shape = latent.getShape();
        if (shape.dimension() != 3 || shape.get(1) != config.channels()) {
            throw new IllegalArgumentException("token model takes (B, " + config.channels() + ", T), got " + shape);
        }
        NDArray x = embed.apply(latent); // (B, readDim, T)
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
     * @param read of the steps that stand at codebook 0 of the columns that follow, (B, N, readDim)
     * @param memory of the columns before these, to which these are added; null where there are none
     * @return for each codebook the unnormalised logarithms of probabilities, (B, N, entries)
     */
    public List<NDArray> next(List<NDArray> columns, NDArray read, List<TransformerLayer.Memory> memory) {
        int before = memory == null ? 0 : (int) memory.get(0).length();
        int count = (int) read.getShape().get(1);
        NDArray x = enter.apply(read).add(positions.get(before + ":" + (before + count)));
        for (int k = 0; k < config.codebooks(); k++) {
            x = x.add(embeddings.get(k).apply(columns.get(k)));
        }
        NDArray bias = count == 1 ? null : causal(x.getManager(), before, count);
        for (int i = 0; i < layers.size(); i++) {
            x = layers.get(i).apply(x, bias, memory == null ? null : memory.get(i));
        }
        NDArray y = last.apply(x);
        return heads.stream().map(head -> head.apply(y)).toList();
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
