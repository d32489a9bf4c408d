package org.antiphon.training.spectrogram;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.model.spectrogram.SpectrogramNetwork;
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

/**
 * The regression by L1, and flow matching (Lipman et al. 2023, optimal-transport path: x_t = (1 − t) x_0 + t x_1, target
 * x_1 − x_0) on what it leaves. The flow does not pull at the regression; a tenth of the batch goes without features,
 * for guidance.
 *
 * <p>Recipe data: {@code ear}, a folder of models whose audio encoder hears every recording, so that half of the windows
 * have its guesses for a latent; {@code repeat}, how many times as often an instrument is drawn.
 */
public final class SpectrogramObjective implements Objective {

    private static final int STEPS = 128; // 2.56 s
    private static final float DROP = 0.1f;
    private static final float FLOW_SHARE = 0.5f;

    private final SpectrogramConfig config;
    private final Weights weights;
    private final SpectrogramNetwork network;
    private final List<MelSource> train;
    private final List<MelSource> heldOut;
    private final int batch;
    private final HeardTracks ear; // null where nobody listens

    /** @throws IllegalArgumentException if there is nothing to learn from or the sizes do not fit the latent */
    public SpectrogramObjective(NDManager manager, Recipe recipe, List<MelSource> train, List<MelSource> heldOut) {
        this(manager, recipe, train, heldOut, null);
    }

    private SpectrogramObjective(
            NDManager manager, Recipe recipe, List<MelSource> train, List<MelSource> heldOut, HeardTracks ear) {
        this.ear = ear;
        config = recipe.model(SpectrogramConfig.class);
        if (config.channels() != LatentLayout.CHANNELS) {
            throw new IllegalArgumentException(
                    "the latent has " + LatentLayout.CHANNELS + " channels, the recipe's model " + config.channels());
        }
        if (train.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException(
                    "the spectrogram model needs recordings to train on and held-out ones, has " + train.size()
                            + " and " + heldOut.size());
        }
        weights = new Weights(manager, recipe.seed());
        network = new SpectrogramNetwork(weights.root(), config);
        this.train = List.copyOf(train);
        this.heldOut = List.copyOf(heldOut);
        batch = recipe.batch();
    }

    /** Learns from the training split, validates on the validation split (on training where that is empty). */
    public static SpectrogramObjective of(Recipe recipe, Shards shards, NDManager device) {
        HeardTracks ear = HeardTracks.of(recipe, device).orElse(null);
        List<MelSource> train = new ArrayList<>();
        for (Example example : shards.train()) {
            for (int i = 0; i < MelSource.repeats(recipe, example); i++) {
                train.add(MelSource.of(example));
                if (ear != null) {
                    train.add(MelSource.of(example, Optional.of(ear)));
                }
            }
        }
        List<MelSource> heldOut = shards.validation().stream()
                .map(example -> MelSource.of(example, Optional.ofNullable(ear)))
                .toList();
        return new SpectrogramObjective(device, recipe, train, heldOut.isEmpty() ? train : heldOut, ear);
    }

    @Override
    public Weights weights() {
        return weights;
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        return losses(scope, train, random, true);
    }

    private Losses losses(NDManager scope, List<MelSource> sources, RandomGenerator random, boolean disturb) {
        float[] latents = new float[batch * config.channels() * STEPS];
        float[] mels = new float[batch * STEPS * config.width()];
        for (int i = 0; i < batch; i++) {
            MelSource source = sources.get(random.nextInt(sources.size()));
            int from = random.nextInt(Math.max(1, source.steps() - STEPS + 1));
            float[] latent = source.latent(from, STEPS);
            if (disturb && !source.guessed() && random.nextDouble() < 0.8) {
                LatentDisturbance.disturb(latent, STEPS, random);
            }
            System.arraycopy(latent, 0, latents, i * latent.length, latent.length);
            float[] mel = source.mel(2 * from, 2 * STEPS);
            for (int j = 0; j < mel.length; j++) {
                mels[i * mel.length + j] = SpectrogramConfig.scaled(mel[j]);
            }
        }
        NDArray latent = scope.create(latents, new Shape(batch, config.channels(), STEPS));
        NDArray mel = scope.create(mels, new Shape(batch, STEPS, config.width()));
        SpectrogramNetwork.Expectation expected = network.expect(latent);
        NDArray regression = expected.mean().sub(mel).abs().mean();
        NDArray flow = flow(scope, mel, expected, random, disturb ? DROP : 0);
        Map<String, NDArray> parts = new LinkedHashMap<>();
        parts.put("regression", regression);
        parts.put("flow", flow);
        return new Losses(regression.add(Scalars.times(flow, FLOW_SHARE)), parts);
    }

    private NDArray flow(
            NDManager scope, NDArray mel, SpectrogramNetwork.Expectation expected, RandomGenerator random, float drop) {
        NDArray mean = expected.mean().stopGradient();
        float[] noise = new float[(int) mel.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        float[] times = new float[batch];
        float[] keep = new float[batch];
        for (int i = 0; i < batch; i++) {
            times[i] = (i + random.nextFloat()) / batch;
            keep[i] = random.nextFloat() < drop ? 0 : 1;
        }
        NDArray start = scope.create(noise, mel.getShape());
        NDArray end = Scalars.over(mel.sub(mean), config.spread());
        NDArray time = scope.create(times);
        NDArray late = time.reshape(batch, 1, 1);
        NDArray x = start.mul(Scalars.times(late, -1).add(1)).add(end.mul(late));
        NDArray features = expected.features().stopGradient().mul(scope.create(keep, new Shape(batch, 1, 1)));
        NDArray velocity = network.velocity(x, time, mean, features);
        return velocity.sub(end.sub(start)).square().mean();
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
        if (ear != null) {
            ear.close();
        }
        weights.close();
    }
}
