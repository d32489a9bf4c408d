package org.antiphon.training.tokens;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.tokens.TokensConfig;
import org.antiphon.model.tokens.TokensNetwork;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;
import org.antiphon.training.Example;
import org.antiphon.training.HeardTracks;
import org.antiphon.training.Losses;
import org.antiphon.training.Objective;
import org.antiphon.training.Recipe;
import org.antiphon.training.Shards;
import org.antiphon.training.spectrogram.MelSource;

/**
 * Cross-entropy of every token, given the latent and the true columns before it. Some of those columns are exchanged for
 * others at random, as in use they are the model's own and may be wrong; a tenth of the batch goes without the latent, for
 * guidance. The part that reads the latent is taken from a spectrogram model as it is, so each recording is read once.
 *
 * <p>Recipe data: {@code codec}, a folder of models whose codec makes the tokens; {@code reader}, one whose spectrogram model
 * reads the latent; {@code ear} and {@code repeat} as the spectrogram model's objective has them.
 */
public final class TokensObjective implements Objective {

    private static final float DROP = 0.1f;
    private static final double WRONG = 0.3; // at most so much of the past
    private static final int HELD_OUT_BATCHES = 4;

    private final TokensConfig config;
    private final Weights weights;
    private final TokensNetwork network;
    private final List<ReadSource> train;
    private final List<ReadSource> heldOut;
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
        this.train = readable(train);
        this.heldOut = readable(heldOut);
        batch = recipe.batch();
    }

    /** Learns from the training split, validates on the validation split (on training where that is empty). */
    public static TokensObjective of(Recipe recipe, Shards shards, NDManager device) {
        CodedSounds sounds = CodedSounds.of(recipe, device);
        TokensConfig sizes = recipe.model(TokensConfig.class);
        if (sizes.codebooks() != sounds.config().codebooks()
                || sizes.entries() != sounds.config().entries()) {
            throw new IllegalArgumentException(
                    "the codec has " + sounds.config().codebooks() + " codebooks of "
                            + sounds.config().entries() + ", the recipe's model " + sizes.codebooks() + " of "
                            + sizes.entries());
        }
        Optional<HeardTracks> ear = HeardTracks.of(recipe, device);
        List<TokenSource> train = new ArrayList<>();
        for (Example example : shards.train()) {
            for (int i = 0; i < MelSource.repeats(recipe, example); i++) {
                train.add(source(example, Optional.empty(), sounds));
                ear.ifPresent(listener -> train.add(source(example, ear, sounds)));
            }
        }
        List<TokenSource> heldOut = shards.validation().stream()
                .map(example -> source(example, ear, sounds))
                .toList();
        List<AutoCloseable> listeners = new ArrayList<>(List.of(sounds));
        ear.ifPresent(listeners::add);
        TokensObjective objective =
                new TokensObjective(device, recipe, train, heldOut.isEmpty() ? train : heldOut, listeners);
        SpectrogramReader.copy(recipe, device, objective.weights);
        return objective;
    }

    private static TokenSource source(Example example, Optional<HeardTracks> ear, CodedSounds sounds) {
        MelSource latents = MelSource.of(example, ear);
        return new TokenSource() {
            @Override
            public int steps() {
                return latents.steps();
            }

            @Override
            public float[] latent(int more) {
                return latents.latent(0, latents.steps() + more);
            }

            @Override
            public int[][] tokens() {
                return sounds.of(example);
            }
        };
    }

    private List<ReadSource> readable(List<TokenSource> sources) {
        return sources.stream().map(source -> new ReadSource(source, network)).toList();
    }

    @Override
    public Weights weights() {
        return weights;
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        return losses(scope, train, random, true);
    }

    private Losses losses(NDManager scope, List<ReadSource> sources, RandomGenerator random, boolean disturb) {
        int width = config.pattern().columns(config.window()) - 1; // columns that something follows
        float[] reads = new float[batch * width * config.readDim()];
        TokenBatch tokens = new TokenBatch(config, batch);
        float[] keep = new float[batch];
        for (int i = 0; i < batch; i++) {
            ReadSource source = sources.get(random.nextInt(sources.size()));
            int from = random.nextInt(Math.max(1, source.steps() - config.window() + 1));
            source.read(scope, from, width, reads, i * width * config.readDim());
            double wrong = disturb && random.nextBoolean() ? WRONG * random.nextDouble() : 0;
            tokens.put(i, source.tokens(from, config.window()), wrong, random);
            keep[i] = disturb && random.nextFloat() < DROP ? 0 : 1;
        }
        NDArray read = scope.create(reads, new Shape(batch, width, config.readDim()))
                .mul(scope.create(keep, new Shape(batch, 1, 1)));
        List<NDArray> said = network.next(tokens.inputs(scope), read, null);
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

    @Override
    public Map<String, Double> validate(NDManager scope) {
        RandomGenerator random = new SplittableRandom(7);
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < HELD_OUT_BATCHES; i++) {
            losses(scope, heldOut, random, false)
                    .parts()
                    .forEach((name, value) ->
                            sums.merge("held-out-" + name, value.getFloat() / (double) HELD_OUT_BATCHES, Double::sum));
        }
        return sums;
    }

    @Override
    public void save(Path folder) throws IOException {
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("config.json").toFile(), config);
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
