package org.antiphon.training;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.Map;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Scalars;

/** How far an encoder's raw output is from the annotated latent, channel by channel. */
final class LatentLoss {

    /** A step in which something begins counts this many times; most steps begin nothing. */
    private static final double ONSET_WEIGHT = 5;

    private static final double ATTACK_WEIGHT = 12;
    private static final double PITCH_WEIGHT = 3;

    private LatentLoss() {}

    /** Adds the parts under {@code prefix} to {@code parts} and returns their weighted sum. */
    static NDArray of(String prefix, NDArray raw, NDArray truth, Map<String, NDArray> parts) {
        NDArray onset = binary(slice(raw, LatentLayout.ONSET, 1), slice(truth, LatentLayout.ONSET, 1), ONSET_WEIGHT);
        NDArray voiced = binary(slice(raw, LatentLayout.VOICED, 1), slice(truth, LatentLayout.VOICED, 1), 1);
        NDArray attack = Scalars.times(
                binary(
                        slice(raw, LatentLayout.ATTACK, SEMITONES),
                        slice(truth, LatentLayout.ATTACK, SEMITONES),
                        ATTACK_WEIGHT),
                SEMITONES / 4.0);
        NDArray pitch = pitch(slice(raw, LatentLayout.PITCH, SEMITONES), slice(truth, LatentLayout.PITCH, SEMITONES));
        NDArray curves = curves(raw, truth);
        NDArray instrument = instrument(raw, truth);
        parts.put(prefix + "-onset", onset);
        parts.put(prefix + "-attack", attack);
        parts.put(prefix + "-pitch", pitch);
        parts.put(prefix + "-curves", curves);
        return Scalars.times(onset.add(attack).add(curves), 2)
                .add(voiced)
                .add(pitch)
                .add(Scalars.times(instrument, 0.3));
    }

    private static NDArray slice(NDArray x, int from, int count) {
        return x.get(":, " + from + ":" + (from + count));
    }

    /** Cross entropy of a logit with a soft target: max(z,0) − z·y + ln(1 + e^(−|z|)), positives weighted. */
    static NDArray binary(NDArray logit, NDArray target, double positiveWeight) {
        NDArray loss = Activation.relu(logit)
                .sub(logit.mul(target))
                .add(logit.abs().neg().exp().add(1).log());
        return loss.mul(Scalars.times(target, positiveWeight - 1).add(1)).mean();
    }

    /**
     * Sounding semitones: binary cross entropy for any number of voices, and a softmax over semitones where something
     * sounds, whose gradient finds the right one among 88 sooner.
     */
    private static NDArray pitch(NDArray logit, NDArray target) { // (B, 88, S)
        NDArray each = Scalars.times(binary(logit, target, PITCH_WEIGHT), SEMITONES / 4.0);
        NDArray count = target.sum(new int[] {1}, true); // (B, 1, S)
        NDArray share = target.div(Scalars.atLeast(count, 1));
        NDArray choice = logit.logSoftmax(1)
                .mul(share)
                .sum()
                .neg()
                .div(Scalars.atLeast(Scalars.atMost(count, 1).sum(), 1));
        return each.add(choice);
    }

    /** Absolute error of bend where something sounds, and of loudness, brightness and motion. */
    private static NDArray curves(NDArray raw, NDArray truth) {
        NDArray voiced = slice(truth, LatentLayout.VOICED, 1);
        NDArray bend = Scalars.times(slice(raw, LatentLayout.BEND, 1).tanh(), 0.6)
                .sub(slice(truth, LatentLayout.BEND, 1))
                .abs()
                .mul(voiced)
                .mean();
        NDArray rest = slice(raw, LatentLayout.LOUDNESS, 3)
                .sub(slice(truth, LatentLayout.LOUDNESS, 3))
                .abs()
                .mean();
        return Scalars.times(bend, 2).add(Scalars.times(rest, 3));
    }

    private static NDArray instrument(NDArray raw, NDArray truth) {
        NDArray target = slice(truth, LatentLayout.LEARNED, LatentLayout.INSTRUMENTS);
        NDArray score =
                slice(raw, LatentLayout.LEARNED, LatentLayout.INSTRUMENTS).logSoftmax(1);
        return score.mul(target).sum(new int[] {1}).mean().neg();
    }

    /**
     * InfoNCE (van den Oord et al. 2018) between both encoders' free learned channels: a window of pictures must be
     * nearer to its own sound, step by step, than to the other windows' in the batch, and back.
     */
    static NDArray contrast(NDArray seen, NDArray heard) { // two of (B, CHANNELS, S), activated
        long b = seen.getShape().get(0);
        NDArray similarity =
                Scalars.times(embedding(seen).matMul(embedding(heard).transpose()), 10);
        NDArray own = similarity.getManager().eye((int) b);
        NDArray there = similarity.logSoftmax(1).mul(own).sum().neg();
        NDArray back = similarity.logSoftmax(0).mul(own).sum().neg();
        return Scalars.times(there.add(back), 1 / (2.0 * b));
    }

    /** Unit vectors of the free learned channels over all steps, each channel's mean removed: (B, channels·S). */
    static NDArray embedding(NDArray latent) {
        NDArray free = latent.get(":, " + (LatentLayout.LEARNED + LatentLayout.INSTRUMENTS) + ":");
        NDArray centred = free.sub(free.mean(new int[] {2}, true));
        NDArray flat = centred.reshape(latent.getShape().get(0), -1);
        NDArray norm = flat.square().sum(new int[] {1}, true).add(1e-6).sqrt();
        return flat.div(norm);
    }
}
