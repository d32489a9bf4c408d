package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.antiphon.model.ModelStore;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.TensorScope;

/** Both encoders on plain arrays, one window at a time; tensors live no longer than a call. */
public final class LatentReader {

    private static final int STILL = 4; // frames of a picture that does not move

    private final LatentModel model;

    LatentReader(LatentModel model) {
        this.model = model;
    }

    public static LatentReader open(ModelStore store) {
        return new LatentReader(store.open("latent", LatentModelConfig.class, LatentModel::new));
    }

    /**
     * A window of the latent.
     *
     * @param latent (CHANNELS, S), activated
     * @param familiarity 0 to 1: how near the input lies to what the encoder was trained on, times how often the encoder
     *     is right there
     */
    public record Reading(float[] latent, double familiarity) {}

    /**
     * A performer at rest.
     *
     * @param points x and y of the control points, 0 to 1
     * @param instruments probabilities in the order of the latent layout
     * @param familiarity as in {@link Reading}
     */
    public record Rest(float[] points, float[] instruments, double familiarity) {}

    /**
     * @param pictures (frames, 3, side, side) in [-1, 1]
     * @param flow (frames, 2, flowSide, flowSide), scaled as in training
     * @param frames an even number
     */
    public Reading see(NDManager parent, float[] pictures, float[] flow, int frames) {
        try (TensorScope scope = new TensorScope(parent)) {
            NDManager manager = scope.manager();
            LatentModel.Encoded seen = model.see(
                    manager.create(pictures, squares(frames, 3, pictures.length)),
                    manager.create(flow, squares(frames, 2, flow.length)));
            return new Reading(
                    seen.latent().toFloatArray(),
                    model.videoDomain().familiarity(seen.pooled().toFloatArray()));
        }
    }

    /**
     * Where the control points are.
     *
     * @param points (frames, 24, 2), x and y in 0 to 1 of the picture, or beyond its edge
     * @param sureness (frames, 24), 0 where a point may be anywhere, 1 where its cell is certain
     */
    public record Places(float[] points, float[] sureness) {}

    /** The control points in each picture by itself; as {@link #see} otherwise. */
    public Places places(NDManager parent, float[] pictures, float[] flow, int frames) {
        try (TensorScope scope = new TensorScope(parent)) {
            NDManager manager = scope.manager();
            VideoEncoder.Look look = model.look(
                    manager.create(pictures, squares(frames, 3, pictures.length)),
                    manager.create(flow, squares(frames, 2, flow.length)));
            double most = Math.log(look.logProbabilities().getShape().get(3));
            float[] sureness = look.doubt().toFloatArray();
            for (int i = 0; i < sureness.length; i++) {
                sureness[i] = (float) Math.max(0, Math.min(1, 1 - sureness[i] / most));
            }
            return new Places(look.points().toFloatArray(), sureness);
        }
    }

    /**
     * What a picture without motion shows.
     *
     * @param picture (3, side, side) in [-1, 1]
     * @param flowSide side of the flow fields, which are taken as zero
     */
    public Rest rest(NDManager parent, float[] picture, int flowSide) {
        int side = (int) Math.round(Math.sqrt(picture.length / 3.0));
        float[] nudged = Nudges.of(picture, side);
        float[] still = Arrays.copyOf(nudged, STILL * picture.length);
        for (int f = 1; f < STILL; f++) {
            System.arraycopy(picture, 0, still, f * picture.length, picture.length);
        }
        try (TensorScope scope = new TensorScope(parent)) {
            NDManager manager = scope.manager();
            float[] points = model.look(
                            manager.create(nudged, squares(Nudges.FRAMES, 3, nudged.length)),
                            manager.zeros(new Shape(1, Nudges.FRAMES, 2, flowSide, flowSide)))
                    .points()
                    .toFloatArray();
            LatentModel.Encoded seen = model.see(
                    manager.create(still, squares(STILL, 3, still.length)),
                    manager.zeros(new Shape(1, STILL, 2, flowSide, flowSide)));
            int first = LatentLayout.LEARNED;
            NDArray instruments = seen.latent()
                    .get(":, " + first + ":" + (first + LatentLayout.INSTRUMENTS))
                    .reshape(LatentLayout.INSTRUMENTS, -1)
                    .mean(new int[] {1});
            return new Rest(
                    Nudges.back(points, side),
                    instruments.toFloatArray(),
                    model.videoDomain().familiarity(seen.pooled().toFloatArray()));
        }
    }

    /** @param mel (frames, bins), scaled as in training */
    public Reading hear(NDManager parent, float[] mel, int frames) {
        try (TensorScope scope = new TensorScope(parent)) {
            NDArray input = scope.manager()
                    .create(mel, new Shape(1, frames, mel.length / frames))
                    .transpose(0, 2, 1); // (1, bins, frames)
            LatentModel.Encoded heard = model.hear(input);
            return new Reading(
                    heard.latent().toFloatArray(),
                    model.audioDomain().familiarity(heard.pooled().toFloatArray()));
        }
    }

    private static Shape squares(int frames, int channels, int length) {
        long side = Math.round(Math.sqrt((double) length / (frames * channels)));
        return new Shape(1, frames, channels, side, side);
    }
}
