package org.antiphon.training.vocoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.vocoder.VocoderConfig;
import org.antiphon.model.vocoder.VocoderNetwork;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;
import org.antiphon.training.ConfigFile;
import org.antiphon.training.HeldOut;
import org.antiphon.training.Losses;
import org.antiphon.training.Objective;
import org.antiphon.training.Recipe;
import org.antiphon.training.Shards;

/**
 * Learns magnitudes by their logarithm (L1, louder bins count more) and differences of phase as phasors (squared error,
 * whose optimum is the expected phasor: its angle the best guess, its length how sure it is), weighted by loudness in
 * decibels below the loudest bin of the crop. No adversary.
 */
public final class VocoderObjective implements Objective {

    private static final int FRAMES = 64;
    private static final float PHASE_SHARE = 2;
    private static final float PEAK_SHARE = 3;
    private static final float RANGE = 8; // nepers, 70 dB

    private final VocoderConfig config;
    private final Weights weights;
    private final VocoderNetwork network;
    private final SpectrumTargets targets;
    private final SoundCrops train;
    private final SoundCrops heldOut;
    private final int batch;

    public VocoderObjective(NDManager manager, Recipe recipe, SoundCrops train, SoundCrops heldOut) {
        config = recipe.model(VocoderConfig.class);
        weights = new Weights(manager, recipe.seed());
        network = new VocoderNetwork(weights.root(), config, SpectrumTargets.filters());
        targets = new SpectrumTargets(weights.manager(), config);
        this.train = train;
        this.heldOut = heldOut;
        batch = recipe.batch();
    }

    /** Learns from the training split, validates on the validation split (on training where that is empty). */
    public static VocoderObjective of(Recipe recipe, Shards shards, NDManager device) {
        SoundCrops train = SoundCrops.of(shards.train());
        SoundCrops heldOut = SoundCrops.of(shards.validation());
        return new VocoderObjective(device, recipe, train, heldOut.size() == 0 ? train : heldOut);
    }

    @Override
    public Weights weights() {
        return weights;
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        return losses(scope, train, random, true);
    }

    private Losses losses(NDManager scope, SoundCrops sounds, RandomGenerator random, boolean disturb) {
        float[][] crops = new float[batch][];
        for (int i = 0; i < batch; i++) {
            crops[i] = sounds.random(config.hop() * FRAMES + config.fft(), random);
        }
        SpectrumTargets.Batch target = targets.of(scope, crops, FRAMES);
        NDArray mel = disturb ? disturbed(scope, target.logMel(), random) : target.logMel();
        VocoderNetwork.Prediction said = network.predict(mel);
        NDArray loud = target.logMagnitude(); // (B, T, F)
        NDArray loudest = loud.max(new int[] {2}, true).max(new int[] {1}, true);
        NDArray weight = Scalars.atLeast(Scalars.over(loud.sub(loudest), RANGE).add(1), 0);
        NDArray norm = weight.sum().add(1);
        NDArray magnitude =
                said.logMagnitude().sub(loud).abs().mul(weight.add(0.2)).sum().div(norm);
        NDArray time = apart(said.timeReal(), target.timeReal(), said.timeImaginary(), target.timeImaginary())
                .mul(weight)
                .sum()
                .div(norm);
        NDArray bin = apart(said.binReal(), target.binReal(), said.binImaginary(), target.binImaginary())
                .mul(weight)
                .sum()
                .div(norm);
        NDArray power = loud.exp();
        NDArray peaks = said.logMagnitude().exp().sub(power).abs().sum().div(power.sum());
        Map<String, NDArray> parts = new LinkedHashMap<>();
        parts.put("magnitude", magnitude);
        parts.put("peaks", peaks);
        parts.put("time-phase", time);
        parts.put("bin-phase", bin);
        NDArray phase = Scalars.times(time.add(bin), PHASE_SHARE);
        return new Losses(magnitude.add(Scalars.times(peaks, PEAK_SHARE)).add(phase), parts);
    }

    private static NDArray apart(NDArray realA, NDArray realB, NDArray imaginaryA, NDArray imaginaryB) {
        return realA.sub(realB).square().add(imaginaryA.sub(imaginaryB).square());
    }

    /** A spectrogram that a model generated is never exact: half of the batch gets noise of up to 0.2 nepers. */
    private NDArray disturbed(NDManager scope, NDArray logMel, RandomGenerator random) {
        Shape shape = logMel.getShape();
        float[] noise = new float[(int) shape.size()];
        int each = noise.length / batch;
        for (int i = 0; i < batch; i++) {
            double deviation = random.nextBoolean() ? 0 : random.nextDouble() * 0.2;
            for (int j = 0; deviation > 0 && j < each; j++) {
                noise[i * each + j] = (float) (random.nextGaussian() * deviation);
            }
        }
        return logMel.add(scope.create(noise, shape));
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
        weights.close();
    }
}
