package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.antiphon.nn.Scalars;

/**
 * A player's control points as features of a skeleton stream: where they are in the picture, where they are in the
 * instrument's own frame, that place by sines and cosines of five octaves (Fourier features, Tancik et al. 2020),
 * without which a network does not tell a semitone from the next, and how all of it changes.
 *
 * <p>The instrument's frame has its origin at one end of the instrument (the tail, the highest key) and its unit at the
 * other (the scroll, the lowest key): a finger's share of a string or a keyboard is the same wherever the camera stands.
 */
final class PlayerGeometry {

    /** Features of a frame. */
    static final int FEATURES = 3 * VideoEncoder.POINTS * (2 + 2 + 2 * 2 * 5);

    private static final int OCTAVES = 5;
    private static final int FAR_END = 22;
    private static final int NEAR_END = 23;
    private static final double CHANGE = 8;
    private static final float LARGEST = 3;

    private PlayerGeometry() {}

    /**
     * @param points (B, T, POINTS, 2) of the picture's width and height
     * @return (B, T, {@link #FEATURES}); no gradient passes
     */
    static NDArray features(NDArray points) {
        NDArray p = points.stopGradient();
        long b = p.getShape().get(0);
        long t = p.getShape().get(1);
        NDArray origin = p.get(":, :, " + NEAR_END + ":" + (NEAR_END + 1)); // (B, T, 1, 2)
        NDArray axis = p.get(":, :, " + FAR_END + ":" + (FAR_END + 1)).sub(origin);
        NDArray squared = axis.square().sum(new int[] {3}, true).clip(1e-3f, 10f); // (B, T, 1, 1)
        NDArray from = p.sub(origin);
        NDArray along = from.mul(axis).sum(new int[] {3}, true).div(squared);
        NDArray across = from.get("..., 0:1")
                .mul(axis.get("..., 1:2"))
                .sub(from.get("..., 1:2").mul(axis.get("..., 0:1")))
                .div(squared);
        NDArray own = NDArrays.concat(new NDList(along, across), 3).clip(-LARGEST, LARGEST); // (B, T, POINTS, 2)
        NDList parts = new NDList(Scalars.times(p.sub(0.5f), 2), own);
        for (int octave = 0; octave < OCTAVES; octave++) {
            NDArray angle = Scalars.times(own, 2 * Math.PI * (1 << octave));
            parts.add(angle.sin());
            parts.add(angle.cos());
        }
        NDArray now = NDArrays.concat(parts, 3).reshape(b, t, -1);
        NDArray step = Scalars.times(now.get(":, 1:").sub(now.get(":, :-1")), CHANGE); // (B, T-1, ·)
        NDArray none = now.get(":, 0:1").zerosLike();
        NDArray change = NDArrays.concat(new NDList(none, step), 1);
        NDArray turn = NDArrays.concat(new NDList(change.get(":, 1:").sub(change.get(":, :-1")), none), 1);
        return NDArrays.concat(new NDList(now, change, turn), 2);
    }
}
