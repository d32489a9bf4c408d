package org.antiphon.training.codec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.model.codec.CodecNetwork;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;
import org.antiphon.training.ConfigFile;
import org.antiphon.training.HeldOut;
import org.antiphon.training.Losses;
import org.antiphon.training.Objective;
import org.antiphon.training.Recipe;
import org.antiphon.training.Shards;
import org.antiphon.training.spectrogram.MelSource;

/**
 * What comes out by what went in (L1 of the scaled mel, louder values count more), how it changes from frame to frame
 * (so that attacks stay sharp), and a pull of the encoder to the vectors that stand for it. The gradient goes through
 * the quantiser as if it were not there (Bengio et al. 2013, straight-through). No adversary.
 */
public final class CodecObjective implements Objective {

    private static final int STEPS = 64; // 1.28 s
    private static final float LOUDER = 1; // added weight for each unit of the scaled mel above the quiet
    private static final float QUIET = -1.5f;
    private static final float CHANGE_SHARE = 0.5f;
    private static final float COMMITMENT = 0.25f;

    private final CodecConfig config;
    private final Weights weights;
    private final CodecNetwork network;
    private final CodebookLearner learner;
    private final List<MelSource> train;
    private final List<MelSource> heldOut;
    private final int batch;

    /** @throws IllegalArgumentException if there is nothing to learn from */
    public CodecObjective(NDManager manager, Recipe recipe, List<MelSource> train, List<MelSource> heldOut) {
        if (train.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException("the codec needs recordings to train on and held-out ones, has "
                    + train.size() + " and " + heldOut.size());
        }
        config = recipe.model(CodecConfig.class);
        weights = new Weights(manager, recipe.seed());
        network = new CodecNetwork(weights.root(), config);
        learner = new CodebookLearner(network.quantizer());
        this.train = List.copyOf(train);
        this.heldOut = List.copyOf(heldOut);
        batch = recipe.batch();
    }

    /** Learns from the training split, validates on the validation split (on training where that is empty). */
    public static CodecObjective of(Recipe recipe, Shards shards, NDManager device) {
        List<MelSource> train = MelSource.repeated(recipe, shards.train());
        List<MelSource> heldOut =
                shards.validation().stream().map(MelSource::of).toList();
        return new CodecObjective(device, recipe, train, heldOut.isEmpty() ? train : heldOut);
    }

    @Override
    public Weights weights() {
        return weights;
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        return losses(mel(scope, train, random), random, true);
    }

    private NDArray mel(NDManager scope, List<MelSource> sources, RandomGenerator random) {
        float[] mels = new float[batch * STEPS * config.width()];
        for (int i = 0; i < batch; i++) {
            MelSource source = sources.get(random.nextInt(sources.size()));
            int from = random.nextInt(Math.max(1, source.steps() - STEPS + 1));
            float[] mel = source.mel(CodecConfig.FRAMES_PER_STEP * from, CodecConfig.FRAMES_PER_STEP * STEPS);
            for (int j = 0; j < mel.length; j++) {
                mels[i * mel.length + j] = SpectrogramConfig.scaled(mel[j]);
            }
        }
        return scope.create(mels, new Shape(batch, STEPS, config.width()));
    }

    private Losses losses(NDArray mel, RandomGenerator random, boolean learn) {
        NDArray code = network.encode(mel).reshape(-1, config.codeDim()); // (B · T, codeDim)
        NDArray fixed = code.stopGradient();
        NDArray left = fixed;
        NDArray commitment = null;
        for (int k = 0; k < config.codebooks(); k++) {
            if (learn) {
                learner.begin(k, left, random);
            }
            NDArray nearest = network.quantizer().nearest(k, left);
            NDArray after = left.sub(network.quantizer().vectors(k, nearest));
            if (learn) {
                learner.learn(k, left, nearest, random);
            }
            left = after;
            NDArray apart = code.sub(fixed.sub(left)).square().mean(); // to the sum of the first k + 1 vectors
            commitment = commitment == null ? apart : commitment.add(apart);
        }
        commitment = Scalars.over(commitment, config.codebooks());
        NDArray through = code.sub(left); // the sum of the vectors, with the gradient of the code
        NDArray made = network.decode(through.reshape(mel.getShape().get(0), STEPS, config.codeDim()));
        NDArray off = made.sub(mel);
        NDArray weight =
                Scalars.times(Scalars.atLeast(mel.sub(QUIET), 0), LOUDER).add(1);
        NDArray likeness = off.abs().mul(weight).mean();
        NDArray frames = off.reshape(mel.getShape().get(0), -1, config.bins()); // (B, 2 · T, bins)
        NDArray change = frames.get(":, 1:").sub(frames.get(":, :-1")).abs().mean();
        Map<String, NDArray> parts = new LinkedHashMap<>();
        parts.put("error", off.stopGradient().abs().mean());
        parts.put("likeness", likeness);
        parts.put("change", change);
        parts.put("commitment", commitment);
        return new Losses(
                likeness.add(Scalars.times(change, CHANGE_SHARE)).add(Scalars.times(commitment, COMMITMENT)), parts);
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        Map<String, Double> sums =
                HeldOut.mean(scope, (manager, random) -> losses(mel(manager, heldOut, random), random, false));
        for (int k = 0; k < config.codebooks(); k++) {
            sums.put("perplexity-" + k, perplexity(network.quantizer().usage(k).toFloatArray()));
        }
        return sums;
    }

    /** How many entries would be used as evenly as these are: the exponential of the entropy. */
    static double perplexity(float[] usage) {
        double total = 0;
        for (float count : usage) {
            total += count;
        }
        double entropy = 0;
        for (float count : usage) {
            double share = count / total;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    @Override
    public void save(Path folder) throws IOException {
        ConfigFile.write(folder, config);
    }

    @Override
    public void close() {
        weights.close();
    }
}
