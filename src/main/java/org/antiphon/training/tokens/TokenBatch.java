package org.antiphon.training.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antiphon.model.tokens.DelayPattern;
import org.antiphon.model.tokens.TokensConfig;

/** Windows of tokens in delayed columns: what goes in, what must follow it, and where anything does. */
final class TokenBatch {

    private final DelayPattern pattern;
    private final int entries;
    private final Shape shape;
    private final long[][] inputs; // [codebook][batch * columns]
    private final long[][] targets;
    private final float[][] masks;
    private final int width;

    TokenBatch(TokensConfig config, int batch) {
        pattern = config.pattern();
        entries = config.entries();
        width = pattern.columns(config.window()) - 1;
        shape = new Shape(batch, width);
        inputs = new long[config.codebooks()][batch * width];
        targets = new long[config.codebooks()][batch * width];
        masks = new float[config.codebooks()][batch * width];
    }

    /**
     * @param tokens {@code [codebook][step]}, a window
     * @param wrong share of tokens that go in as others
     */
    void put(int item, int[][] tokens, double wrong, RandomGenerator random) {
        int[][] columns = pattern.delayed(tokens);
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < width; i++) {
                int symbol = columns[k][i];
                boolean exchanged = wrong > 0 && symbol != pattern.pad() && random.nextDouble() < wrong;
                inputs[k][item * width + i] = exchanged ? random.nextInt(entries) : symbol;
                int next = columns[k][i + 1];
                targets[k][item * width + i] = next == pattern.pad() ? 0 : next;
                masks[k][item * width + i] = next == pattern.pad() ? 0 : 1;
            }
        }
    }

    /** One array (B, N) a codebook. */
    List<NDArray> inputs(NDManager manager) {
        List<NDArray> arrays = new ArrayList<>();
        for (long[] row : inputs) {
            arrays.add(manager.create(row, shape));
        }
        return arrays;
    }

    NDArray target(NDManager manager, int codebook) { // (B, N, 1)
        return manager.create(targets[codebook], shape).expandDims(2);
    }

    NDArray mask(NDManager manager, int codebook) { // (B, N, 1)
        return manager.create(masks[codebook], shape).expandDims(2);
    }
}
