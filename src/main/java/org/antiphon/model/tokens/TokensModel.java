package org.antiphon.model.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.ModelStore;
import org.antiphon.model.latent.LatentLayout;
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
     * @param expected what the codec makes of the spectrogram that the track lets expect, row-major (steps, codeDim)
     * @return {@code [codebook][step]}, as many steps as the track has
     */
    public int[][] say(
            NDManager manager,
            PerformanceTrack track,
            float[] expected,
            Seed seed,
            TokenChoice choice,
            Progress progress) {
        if (expected.length != track.steps() * config.codeDim()) {
            throw new IllegalArgumentException(
                    "track of " + track.steps() + " steps, code of " + expected.length / (double) config.codeDim());
        }
        float[] latent = LatentLayout.toChannels(track);
        Leftover leftover = network.leftover();
        Seed own = seed.derive("tokens");
        int total = track.steps();
        int[][] tokens = new int[config.codebooks()][total];
        int known = 0;
        while (known < total) {
            int start = Math.max(0, known - config.window() / 4);
            int end = Math.min(total, start + config.window());
            try (TensorScope scope = new TensorScope(manager)) {
                NDArray read = read(scope.manager(), latent, expected, start, end);
                Window window = new Window(start, known - start, end - start, tokens, expected, leftover);
                Progress part = progress.part((double) known / total, (double) end / total);
                fill(scope.manager(), window, read, own, choice, part);
            }
            known = end;
        }
        return tokens;
    }

    /** What is known of steps {@code start} to {@code end}, and of those that the last columns stand at, (1, T, dim). */
    private NDArray read(NDManager manager, float[] latent, float[] expected, int start, int end) {
        int total = latent.length / config.channels();
        int last = end + config.codebooks() - 1;
        int from = Math.max(0, start - config.reach());
        int count = last + config.reach() - from;
        float[] window = new float[config.channels() * count];
        float[] code = new float[count * config.codeDim()];
        for (int t = 0; t < count; t++) {
            for (int c = 0; c < config.channels(); c++) {
                float silent = c == LatentLayout.LOUDNESS ? LatentLayout.scaleLoudness(-80) : 0;
                window[c * count + t] = from + t < total ? latent[c * total + from + t] : silent;
            }
            int row = Math.min(from + t, total - 1) * config.codeDim();
            System.arraycopy(expected, row, code, t * config.codeDim(), config.codeDim());
        }
        NDArray read = network.read(
                manager.create(window, new Shape(1, config.channels(), count)),
                manager.create(code, new Shape(1, count, config.codeDim())));
        return read.get(":, " + (start - from) + ":" + (last - from));
    }

    /** Some steps of the whole, of which the first are known: their tokens are those of the whole. */
    private record Window(int start, int known, int steps, int[][] tokens, float[] expected, Leftover leftover) {

        int cell(DelayPattern pattern, int codebook, int column) {
            int step = pattern.step(codebook, column);
            return step < 0 || step >= steps ? pattern.pad() : tokens[codebook][start + step];
        }
    }

    private void fill(
            NDManager manager, Window window, NDArray read, Seed seed, TokenChoice choice, Progress progress) {
        int columns = pattern.columns(window.steps());
        List<TransformerLayer.Memory> memory = network.memory();
        int from = 0;
        for (int column = window.known() + 1; column < columns; column++) { // the columns before it in one go
            List<NDArray> symbols = new ArrayList<>();
            List<NDArray> left = new ArrayList<>();
            for (int k = 0; k < config.codebooks(); k++) {
                symbols.add(symbols(manager, window, k, from, column));
                left.add(left(manager, window, k, from, column));
            }
            List<NDArray> logits = network.next(symbols, read.get(":, " + from + ":" + column), left, memory);
            from = column;
            for (int k = 0; k < config.codebooks(); k++) {
                int step = pattern.step(k, column);
                if (step >= window.known() && step < window.steps()) {
                    float[] said = logits.get(k).get(":, -1").toFloatArray();
                    window.tokens()[k][window.start() + step] = choice.choose(said, seed, k, window.start() + step);
                }
            }
            progress.at(STAGE, (double) column / columns);
        }
    }

    private NDArray symbols(NDManager manager, Window window, int codebook, int from, int to) { // (1, N)
        long[] symbols = new long[to - from];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = window.cell(pattern, codebook, from + i);
        }
        return manager.create(symbols, new Shape(1, symbols.length));
    }

    /** For the cells that follow columns {@code from} to {@code to}. */
    private NDArray left(NDManager manager, Window window, int codebook, int from, int to) { // (1, N, codeDim)
        float[] left = new float[(to - from) * config.codeDim()];
        for (int column = from; column < to; column++) {
            int step = pattern.step(codebook, column + 1);
            if (step >= 0 && step < window.steps()) {
                window.leftover()
                        .write(
                                codebook,
                                window.expected(),
                                window.tokens(),
                                0,
                                window.start() + step,
                                left,
                                (column - from) * config.codeDim());
            }
        }
        return manager.create(left, new Shape(1, to - from, config.codeDim()));
    }
}
