package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Finds the control points of a player in every frame: each token votes for each point with a weight and an offset
 * from its own centre; the votes are averaged (a soft argmax over the token grid with sub-token offsets).
 */
final class ControlPointHead {

    private final Linear votes;
    private final NDArray centres;
    private final int points;
    private final int tokensPerSide;

    ControlPointHead(Weights.Scope scope, int dim, int tokensPerSide, int points) {
        votes = new Linear(scope.child("votes"), dim, VideoEncoder.FRAMES_PER_TUBELET * points * 3);
        this.points = points;
        this.tokensPerSide = tokensPerSide;
        float[] grid = new float[tokensPerSide * tokensPerSide * 2];
        for (int i = 0; i < tokensPerSide * tokensPerSide; i++) {
            grid[2 * i] = (i % tokensPerSide + 0.5f) / tokensPerSide;
            grid[2 * i + 1] = (i / tokensPerSide + 0.5f) / tokensPerSide;
        }
        centres = scope.buffer("centres", grid, 1, tokensPerSide * tokensPerSide, 1, 2);
    }

    /** @param tokens (N, tokens, dim) → (N, frames, points, 2), x and y in 0 to 1 of the picture */
    NDArray apply(NDArray tokens) {
        Shape shape = tokens.getShape();
        long n = shape.get(0);
        long k = shape.get(1);
        NDArray v = votes.apply(tokens).reshape(n, k, (long) VideoEncoder.FRAMES_PER_TUBELET * points, 3);
        NDArray weight = v.get("..., 0:1").softmax(1); // (N, tokens, frames·points, 1)
        NDArray place = Scalars.times(v.get("..., 1:3"), 1.0 / tokensPerSide).add(centres);
        return place.mul(weight).sum(new int[] {1}).reshape(n, VideoEncoder.FRAMES_PER_TUBELET, points, 2);
    }
}
