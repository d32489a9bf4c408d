package org.antiphon.training.tokens;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.antiphon.model.tokens.TokensConfig;
import org.antiphon.model.tokens.TokensNetwork;
import org.antiphon.nn.Half;
import org.antiphon.nn.TensorScope;

/** A recording whose latent the kept part of the network has read once; readings are held in half precision. */
final class ReadSource {

    private final TokenSource source;
    private final TokensNetwork network;
    private final TokensConfig config;
    private short[] read; // [step * readDim + i]

    ReadSource(TokenSource source, TokensNetwork network) {
        this.source = source;
        this.network = network;
        this.config = network.config();
    }

    int steps() {
        return source.steps();
    }

    /** Row-major (count, readDim) from a step; the last step counts on beyond the end. */
    void read(NDManager manager, int from, int count, float[] out, int at) {
        if (read == null) {
            read = all(manager);
        }
        int dim = config.readDim();
        int last = read.length / dim - 1;
        for (int t = 0; t < count; t++) {
            int row = Math.min(last, from + t) * dim;
            for (int i = 0; i < dim; i++) {
                out[at + t * dim + i] = Half.toFloat(read[row + i]);
            }
        }
    }

    private short[] all(NDManager manager) {
        int steps = source.steps() + config.codebooks() - 1;
        try (TensorScope scope = new TensorScope(manager)) {
            float[] latent = source.latent(config.codebooks() - 1);
            float[] values = network.read(scope.manager().create(latent, new Shape(1, config.channels(), steps)))
                    .toFloatArray();
            short[] halves = new short[values.length];
            for (int i = 0; i < halves.length; i++) {
                halves[i] = Half.fromFloat(values[i]);
            }
            return halves;
        }
    }

    /** {@code [codebook][step]} of a window; 0 beyond the end. */
    int[][] tokens(int from, int count) {
        int[][] all = source.tokens();
        int[][] some = new int[all.length][];
        for (int k = 0; k < all.length; k++) {
            int first = Math.min(from, all[k].length);
            some[k] = Arrays.copyOf(Arrays.copyOfRange(all[k], first, Math.min(all[k].length, first + count)), count);
        }
        return some;
    }
}
