package org.antiphon.model.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.ModelStore;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TensorScope;
import org.antiphon.nn.TransformerLayer;

/**
 * Says the tokens of a performance track of any length. Windows are as long as those of the training; the first quarter of
 * each is what the one before it ended with, so that one thing follows from another across them.
 */
public final class TokensModel {

    private static final String STAGE = "saying the tokens";

    private final TokensNetwork network;
    private final TokensConfig config;
    private final DelayPattern pattern;

    public static TokensModel open(ModelStore store) {
        return new TokensModel(store.open(
                "tokens", TokensConfig.class, (weights, config) -> new TokensNetwork(weights.root(), config)));
    }

    public TokensModel(TokensNetwork network) {
        this.network = network;
        this.config = network.config();
        this.pattern = config.pattern();
    }

    public TokensConfig config() {
        return config;
    }

    /**
     * @param manager where arrays of the work live; they are freed before this returns
     * @return {@code [codebook][step]}, as many steps as the track has
     */
    public int[][] say(NDManager manager, PerformanceTrack track, Seed seed, TokenChoice choice, Progress progress) {
        float[] latent = LatentLayout.toChannels(track);
        Seed own = seed.derive("tokens");
        int total = track.steps();
        int[][] tokens = new int[config.codebooks()][total];
        int known = 0;
        while (known < total) {
            int start = Math.max(0, known - config.window() / 4);
            int end = Math.min(total, start + config.window());
            try (TensorScope scope = new TensorScope(manager)) {
                NDArray read = read(scope.manager(), latent, total, start, end);
                int[][] columns = new int[config.codebooks()][];
                for (int k = 0; k < columns.length; k++) {
                    columns[k] = Arrays.copyOfRange(tokens[k], start, end);
                }
                columns = pattern.delayed(columns);
                Progress part = progress.part((double) known / total, (double) end / total);
                fill(scope.manager(), columns, known - start, start, read, own, choice, part);
                int[][] said = pattern.restored(columns);
                for (int k = 0; k < said.length; k++) {
                    System.arraycopy(said[k], 0, tokens[k], start, said[k].length);
                }
            }
            known = end;
        }
        return tokens;
    }

    /** The latent of steps {@code start} to {@code end}, and of those that the last columns stand at, (1, T, readDim). */
    private NDArray read(NDManager manager, float[] latent, int total, int start, int end) {
        int last = end + config.codebooks() - 1;
        int from = Math.max(0, start - config.reach());
        int to = last + config.reach();
        float[] window = new float[config.channels() * (to - from)];
        for (int c = 0; c < config.channels(); c++) {
            for (int t = from; t < to; t++) {
                window[c * (to - from) + t - from] = t < total
                        ? latent[c * total + t]
                        : c == LatentLayout.LOUDNESS ? LatentLayout.scaleLoudness(-80) : 0;
            }
        }
        NDArray read = network.read(manager.create(window, new Shape(1, config.channels(), to - from)));
        return read.get(":, " + (start - from) + ":" + (last - from));
    }

    /** Draws every cell of the columns whose step is not among the first {@code known}. */
    private void fill(
            NDManager manager,
            int[][] columns,
            int known,
            int start,
            NDArray read,
            Seed seed,
            TokenChoice choice,
            Progress progress) {
        int count = columns[0].length;
        int steps = count - config.codebooks();
        boolean guided = choice.guidance() != 1;
        NDArray informed = guided ? read.concat(read.zerosLike(), 0) : read; // (1 or 2, T, readDim)
        List<TransformerLayer.Memory> memory = network.memory();
        int from = 0;
        for (int column = known + 1; column < count; column++) { // the columns up to the known ones in one go
            List<NDArray> logits = network.next(
                    symbols(manager, columns, from, column, guided ? 2 : 1),
                    informed.get(":, " + from + ":" + column),
                    memory);
            from = column;
            for (int k = 0; k < columns.length; k++) {
                int step = pattern.step(k, column);
                if (step >= known && step < steps) {
                    float[] values = last(logits.get(k), choice.guidance());
                    columns[k][column] = choice.choose(values, 0, values.length, seed, k, start + step);
                }
            }
            progress.at(STAGE, (double) column / count);
        }
    }

    private static List<NDArray> symbols(NDManager manager, int[][] columns, int from, int to, int batch) {
        List<NDArray> symbols = new ArrayList<>();
        for (int[] row : columns) {
            long[] values = new long[batch * (to - from)];
            for (int i = 0; i < values.length; i++) {
                values[i] = row[from + i % (to - from)];
            }
            symbols.add(manager.create(values, new Shape(batch, to - from)));
        }
        return symbols;
    }

    /** What is said after the last column; away from what is said without the latent, where that was asked too. */
    private static float[] last(NDArray logits, double guidance) { // (1 or 2, N, entries)
        NDArray end = logits.get(":, -1");
        if (end.getShape().get(0) == 1) {
            return end.toFloatArray();
        }
        NDArray without = end.get(1);
        return without.add(Scalars.times(end.get(0).sub(without), guidance)).toFloatArray();
    }
}
