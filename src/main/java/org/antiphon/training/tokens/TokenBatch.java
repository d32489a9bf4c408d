package org.antiphon.training.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antiphon.model.tokens.DelayPattern;
import org.antiphon.model.tokens.Leftover;
import org.antiphon.model.tokens.TokensConfig;

/** Windows of tokens in delayed columns: what goes in, what must follow it, and where anything does. */
final class TokenBatch {

    private final TokensConfig config;
    private final DelayPattern pattern;
    private final int batch;
    private final int width;
    private final float[] latents;
    private final float[] codes;
    private final long[][] inputs; // [codebook][batch * columns]
    private final long[][] targets;
    private final float[][] masks;
    private final float[][] left; // [codebook][batch * columns * codeDim]

    TokenBatch(TokensConfig config, int batch) {
        this.config = config;
        this.batch = batch;
        pattern = config.pattern();
        width = pattern.columns(config.window()) - 1; // columns that something follows
        latents = new float[batch * config.channels() * width];
        codes = new float[batch * width * config.codeDim()];
        inputs = new long[config.codebooks()][batch * width];
        targets = new long[config.codebooks()][batch * width];
        masks = new float[config.codebooks()][batch * width];
        left = new float[config.codebooks()][batch * width * config.codeDim()];
    }

    /** A window of a recording: {@code wrong} is the share of tokens that go in as others. */
    void put(int item, TokenSource source, int from, double wrong, Leftover leftover, RandomGenerator random) {
        float[] latent = source.latent(from, width);
        System.arraycopy(latent, 0, latents, item * latent.length, latent.length);
        float[] expected = source.expected();
        int last = expected.length / config.codeDim() - 1;
        for (int t = 0; t < width; t++) {
            System.arraycopy(
                    expected,
                    Math.min(last, from + t) * config.codeDim(),
                    codes,
                    (item * width + t) * config.codeDim(),
                    config.codeDim());
        }
        int[][] window = window(source.tokens(), from);
        int[][] columns = pattern.delayed(window);
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < width; i++) {
                int at = item * width + i;
                int symbol = columns[k][i];
                boolean exchanged = wrong > 0 && symbol != pattern.pad() && random.nextDouble() < wrong;
                inputs[k][at] = exchanged ? random.nextInt(config.entries()) : symbol;
                int next = columns[k][i + 1];
                if (next != pattern.pad()) {
                    targets[k][at] = next;
                    masks[k][at] = 1;
                    int step = pattern.step(k, i + 1);
                    leftover.write(k, expected, window, from, step, left[k], at * config.codeDim());
                }
            }
        }
    }

    /**
     * Exchanges a share of the tokens that go in for those that the model says there.
     *
     * @param said the likeliest token of a codebook after each column, (B, N) row-major
     * @param shares of each window's tokens, 0 to 1
     */
    void repeat(int codebook, long[] said, double[] shares, RandomGenerator random) {
        for (int item = 0; item < batch; item++) {
            for (int i = 1; i < width; i++) {
                int at = item * width + i;
                if (inputs[codebook][at] != pattern.pad() && random.nextDouble() < shares[item]) {
                    inputs[codebook][at] = said[at - 1];
                }
            }
        }
    }

    /** {@code [codebook][step]}; 0 beyond the end. */
    private int[][] window(int[][] all, int from) {
        int[][] some = new int[all.length][];
        for (int k = 0; k < all.length; k++) {
            int to = Math.min(all[k].length, from + config.window());
            some[k] = Arrays.copyOf(Arrays.copyOfRange(all[k], Math.min(from, to), to), config.window());
        }
        return some;
    }

    NDArray latents(NDManager manager) { // (B, channels, N)
        return manager.create(latents, new Shape(batch, config.channels(), width));
    }

    NDArray codes(NDManager manager) { // (B, N, codeDim)
        return manager.create(codes, new Shape(batch, width, config.codeDim()));
    }

    /** One array (B, N) a codebook. */
    List<NDArray> inputs(NDManager manager) {
        List<NDArray> arrays = new ArrayList<>();
        for (long[] row : inputs) {
            arrays.add(manager.create(row, new Shape(batch, width)));
        }
        return arrays;
    }

    /** One array (B, N, codeDim) a codebook. */
    List<NDArray> left(NDManager manager) {
        List<NDArray> arrays = new ArrayList<>();
        for (float[] row : left) {
            arrays.add(manager.create(row, new Shape(batch, width, config.codeDim())));
        }
        return arrays;
    }

    NDArray target(NDManager manager, int codebook) { // (B, N, 1)
        return manager.create(targets[codebook], new Shape(batch, width, 1));
    }

    NDArray mask(NDManager manager, int codebook) { // (B, N, 1)
        return manager.create(masks[codebook], new Shape(batch, width, 1));
    }
}
