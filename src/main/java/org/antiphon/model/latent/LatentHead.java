package org.antiphon.model.latent;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;
import static org.antiphon.model.latent.LatentLayout.INSTRUMENTS;
import static org.antiphon.model.latent.LatentLayout.LEARNED;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/** The last step of both encoders: features → raw values of every latent channel → the latent itself. */
public final class LatentHead {

    /** Where logits of rare events begin, so that training does not spend its first steps on learning "rarely". */
    private static final float RARE = -3;

    private final Conv1d project;
    private final NDArray start;

    public LatentHead(Weights.Scope scope, int dim) {
        project = new Conv1d(scope.child("project"), dim, LatentLayout.CHANNELS, 3);
        float[] values = new float[LatentLayout.CHANNELS];
        values[LatentLayout.ONSET] = RARE / 2;
        java.util.Arrays.fill(values, LatentLayout.ATTACK, LEARNED, RARE);
        start = scope.buffer("start", values, 1, LatentLayout.CHANNELS, 1);
    }

    /** Logits and raw values in {@link LatentLayout}'s order: (B, dim, S) → (B, CHANNELS, S). */
    public NDArray raw(NDArray features) {
        return project.apply(Activation.gelu(features)).add(start);
    }

    /**
     * Raw values made into what the channels mean: probabilities by a sigmoid, instruments by a softmax, bend and the
     * other learned channels by a tangent; loudness, brightness and motion as they are.
     */
    public static NDArray activate(NDArray raw) { // (B, CHANNELS, S)
        int events = LatentLayout.ATTACK;
        return NDArrays.concat(
                new NDList(
                        Activation.sigmoid(raw.get(":, 0:2")),
                        Scalars.times(raw.get(":, 2:3").tanh(), 0.6),
                        raw.get(":, 3:" + events),
                        Activation.sigmoid(raw.get(":, " + events + ":" + (events + 2 * SEMITONES))),
                        raw.get(":, " + LEARNED + ":" + (LEARNED + INSTRUMENTS)).softmax(1),
                        raw.get(":, " + (LEARNED + INSTRUMENTS) + ":").tanh()),
                1);
    }
}
