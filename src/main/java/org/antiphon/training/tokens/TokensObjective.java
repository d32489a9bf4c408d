package org.antiphon.training.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.antiphon.model.codec.Codec;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.tokens.Leftover;
import org.antiphon.model.tokens.TokensConfig;
import org.antiphon.model.tokens.TokensNetwork;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;
import org.antiphon.training.ConfigFile;
import org.antiphon.training.Example;
import org.antiphon.training.HeardTracks;
import org.antiphon.training.HeldOut;
import org.antiphon.training.Losses;
import org.antiphon.training.Objective;
import org.antiphon.training.Recipe;
import org.antiphon.training.Shards;
import org.antiphon.training.spectrogram.MelSource;

/**
 * Cross-entropy of every token, given the latent and the true columns before it. Some of their tokens are exchanged for
 * others at random, and some for what the model itself says there, as in use it has only its own to go by (scheduled
 * sampling in two passes, Mihaylova and Martins 2019).
 *
 * <p>Recipe data: {@code codec}, a folder of models whose codec makes the tokens and whose spectrogram model says what is to be
 * expected; {@code ear} and {@code repeat} as the spectrogram model's objective has them, but with an ear no annotated
 * latent is learned from.
 */
public final class TokensObjective implements Objective {

    private static final double WRONG = 0.3; // at most so much of the past
    private static final int WINDOWS = 3; // of one recording in a row, as the first use of each takes time
    private static final int FIRST_LOOK = 12; // recordings that tell how far expectations are to be trusted

    private final TokensConfig config;
    private final Weights weights;
    private final TokensNetwork network;
    private final List<TokenSource> train;
    private final List<TokenSource> heldOut;
    private final int batch;
    private final List<AutoCloseable> listeners;

    /** @throws IllegalArgumentException if there is nothing to learn from or the sizes do not fit the latent */
    public TokensObjective(NDManager manager, Recipe recipe, List<TokenSource> train, List<TokenSource> heldOut) {
        this(manager, recipe, train, heldOut, List.of());
    }

    private TokensObjective(
            NDManager manager,
            Recipe recipe,
            List<TokenSource> train,
            List<TokenSource> heldOut,
            List<AutoCloseable> listeners) {
        this.listeners = listeners;
        config = recipe.model(TokensConfig.class);
        if (config.channels() != LatentLayout.CHANNELS) {
            throw new IllegalArgumentException(
                    "the latent has " + LatentLayout.CHANNELS + " channels, the recipe's model " + config.channels());
        }
        if (train.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException("the token model needs recordings to train on and held-out ones, has "
                    + train.size() + " and " + heldOut.size());
        }
        weights = new Weights(manager, recipe.seed());
        network = new TokensNetwork(weights.root(), config);
        this.train = List.copyOf(train);
        this.heldOut = List.copyOf(heldOut);
        batch = recipe.batch();
    }

    /** Learns from the training split, validates on the validation split (on training where that is empty). */
    public static TokensObjective of(Recipe recipe, Shards shards, NDManager device) {
        CodedSounds sounds = CodedSounds.of(recipe, device);
        TokensConfig sizes = recipe.model(TokensConfig.class);
        CodecConfig codec = sounds.codec().config();
        if (sizes.codebooks() != codec.codebooks()
                || sizes.entries() != codec.entries()
                || sizes.codeDim() != codec.codeDim()) {
            throw new IllegalArgumentException("the codec has " + codec.codebooks() + " codebooks of " + codec.entries()
                    + " vectors of " + codec.codeDim() + ", the recipe's model " + sizes.codebooks() + " of "
                    + sizes.entries() + " of " + sizes.codeDim());
        }
        Optional<HeardTracks> ear = HeardTracks.of(recipe, device);
        List<TokenSource> train = new ArrayList<>();
        for (Example example : shards.train()) {
            TokenSource source = sounds.source(example, MelSource.of(example, ear));
            for (int i = 0; i < MelSource.repeats(recipe, example); i++) {
                train.add(source);
            }
        }
        List<TokenSource> heldOut = shards.validation().stream()
                .map(example -> sounds.source(example, MelSource.of(example, ear)))
                .toList();
        List<AutoCloseable> listeners = new ArrayList<>(List.of(sounds));
        ear.ifPresent(listeners::add);
        TokensObjective objective =
                new TokensObjective(device, recipe, train, heldOut.isEmpty() ? train : heldOut, listeners);
        objective.begin(sounds.codec());
        return objective;
    }

    /** Takes the codec's vectors, and from some recordings how far what is left of expectations lies from the true ones. */
    private void begin(Codec codec) {
        for (int k = 0; k < config.codebooks(); k++) {
            weights.all().get("codebook" + k).set(FloatBuffer.wrap(codec.codebook(k)));
        }
        Leftover leftover = network.leftover();
        float[] left = new float[config.codeDim()];
        double[] squares = new double[config.codebooks()];
        long count = 0;
        for (int i = 0; i < FIRST_LOOK; i++) {
            TokenSource source = train.get(i * train.size() / FIRST_LOOK);
            int[][] tokens = source.tokens();
            for (int t = 0; t < source.steps(); t++, count += config.codeDim()) {
                for (int k = 0; k < config.codebooks(); k++) {
                    leftover.write(k, source.expected(), tokens, 0, t, left, 0);
                    for (int d = 0; d < left.length; d++) {
                        float off = left[d] - leftover.codebooks()[k][tokens[k][t] * left.length + d];
                        squares[k] += off * off;
                    }
                }
            }
        }
        for (int k = 0; k < config.codebooks(); k++) {
            float[] trust = {(float) -Math.log(squares[k] / count)}; // one over the variance
            weights.all().get("trust" + k).set(FloatBuffer.wrap(trust));
        }
    }

    @Override
    public Weights weights() {
        return weights;
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        return losses(scope, train, random, true);
    }

    private Losses losses(NDManager scope, List<TokenSource> sources, RandomGenerator random, boolean disturb) {
        Leftover leftover = network.leftover();
        TokenBatch tokens = new TokenBatch(config, batch);
        TokenSource source = null;
        for (int i = 0; i < batch; i++) {
            source = i % WINDOWS == 0 ? sources.get(random.nextInt(sources.size())) : source;
            int from = random.nextInt(Math.max(1, source.steps() - config.window() + 1));
            double wrong = disturb && random.nextBoolean() ? WRONG * random.nextDouble() : 0;
            tokens.put(i, source, from, wrong, leftover, random);
        }
        NDArray read = network.read(tokens.latents(scope), tokens.codes(scope));
        List<NDArray> left = tokens.left(scope);
        if (disturb) {
            repeat(tokens, network.next(tokens.inputs(scope), read, left, null), random);
        }
        List<NDArray> said = network.next(tokens.inputs(scope), read, left, null);
        Map<String, NDArray> parts = new LinkedHashMap<>();
        NDArray total = null;
        for (int k = 0; k < config.codebooks(); k++) {
            NDArray target = tokens.target(scope, k); // (B, N, 1)
            NDArray mask = tokens.mask(scope, k); // (B, N, 1)
            NDArray surprise = said.get(k).logSoftmax(-1).gather(target, 2).mul(mask);
            NDArray loss = Scalars.times(surprise.sum(), -1.0 / (batch * config.window()));
            NDArray likeliest = said.get(k).stopGradient().argMax(2).expandDims(2);
            NDArray right = likeliest
                    .eq(target)
                    .toType(ai.djl.ndarray.types.DataType.FLOAT32, false)
                    .mul(mask);
            parts.put("surprise-" + k, loss);
            parts.put("right-" + k, Scalars.times(right.sum(), 1.0 / (batch * config.window())));
            total = total == null ? loss : total.add(loss);
        }
        return new Losses(Scalars.over(total, config.codebooks()), parts);
    }

    /** Lets the model go by its own words: of each other window in a share of its own, up to all. */
    private void repeat(TokenBatch tokens, List<NDArray> said, RandomGenerator random) {
        double[] shares = new double[batch];
        for (int i = 0; i < batch; i++) {
            shares[i] = random.nextBoolean() ? random.nextDouble() : 0;
        }
        for (int k = 0; k < config.codebooks(); k++) {
            tokens.repeat(k, said.get(k).stopGradient().argMax(2).toLongArray(), shares, random);
        }
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        return HeldOut.mean(scope, (manager, random) -> losses(manager, heldOut, random, false));
    }

    @Override
    public void save(Path folder) throws IOException {
        ConfigFile.write(folder, config);
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable listener : listeners) {
                listener.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot close what listens", e);
        }
        weights.close();
    }
}
