package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.antiphon.nn.Conv2d;
import org.antiphon.nn.Linear;
import org.antiphon.nn.ResidualConv2d;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Finds the control points of a player in every frame, and what is to be seen there. What the tokens know of the whole
 * picture goes down again to cells of 4×4 pixels (a feature pyramid, Lin et al. 2017); there a probability over cells
 * and an offset from each cell's centre say where a point is (a soft argmax, so positions between cells come out, and
 * positions beyond the picture's edge).
 */
final class ControlPointHead {

    private final Linear down;
    private final ResidualConv2d middle;
    private final Conv2d downAgain;
    private final ResidualConv2d fine;
    private final NDArray place;
    private final Conv2d votes;
    private final NDArray centres;
    private final int points;
    private final int tokensPerSide;
    private final int cellsPerSide;
    private final int fineDim;

    ControlPointHead(Weights.Scope scope, VideoEncoderConfig config, int points) {
        this.points = points;
        this.fineDim = config.fineDim();
        this.tokensPerSide = config.tokensPerSide();
        this.cellsPerSide = config.cellsPerSide();
        down = new Linear(scope.child("down.0"), config.dim(), 2 * fineDim);
        middle = new ResidualConv2d(scope.child("middle"), 2 * fineDim);
        downAgain = new Conv2d(scope.child("down.1"), 2 * fineDim, fineDim, 1, 1, 0, 1);
        fine = new ResidualConv2d(scope.child("fine"), fineDim);
        place = scope.normal("place", 0.02, 1, fineDim, cellsPerSide, cellsPerSide);
        votes = new Conv2d(scope.child("votes"), fineDim, VideoEncoder.FRAMES_PER_TUBELET * points * 3, 1, 1, 0, 1);
        int cells = cellsPerSide * cellsPerSide;
        float[] grid = new float[2 * cells];
        for (int i = 0; i < cells; i++) {
            grid[i] = (i % cellsPerSide + 0.5f) / cellsPerSide;
            grid[cells + i] = (i / cellsPerSide + 0.5f) / cellsPerSide;
        }
        centres = scope.buffer("centres", grid, 1, 1, 2, cells);
    }

    /**
     * What was found in N tubelets.
     *
     * @param logProbabilities (N, frames·points, cells), natural logarithm
     * @param points (N, frames, points, 2), x and y in 0 to 1 of the picture, or beyond
     * @param looks (N, frames, points·fineDim): the fine map where each point is
     */
    record Found(NDArray logProbabilities, NDArray points, NDArray looks) {}

    /**
     * @param maps of the stem
     * @param tokens (N, tokens, dim)
     */
    Found apply(TubeletStem.Maps maps, NDArray tokens) {
        Shape shape = tokens.getShape();
        long n = shape.get(0);
        int frames = VideoEncoder.FRAMES_PER_TUBELET;
        long cells = (long) cellsPerSide * cellsPerSide;
        NDArray x = down.apply(tokens).transpose(0, 2, 1).reshape(n, 2L * fineDim, tokensPerSide, tokensPerSide);
        x = middle.apply(maps.middle().add(doubled(x)));
        x = fine.apply(maps.fine().add(place).add(doubled(downAgain.apply(Activation.relu(x)))));
        NDArray v = votes.apply(Activation.relu(x)).reshape(n, (long) frames * points, 3, cells);
        NDArray log = v.get(":, :, 0").logSoftmax(-1); // (N, frames·points, cells)
        NDArray probability = log.exp();
        NDArray where = Scalars.times(v.get(":, :, 1:3"), 1.0 / cellsPerSide).add(centres);
        NDArray found = where.mul(probability.expandDims(2)).sum(new int[] {3}); // (N, frames·points, 2)
        NDArray looks = probability
                .stopGradient()
                .batchMatMul(x.reshape(n, fineDim, cells).transpose(0, 2, 1));
        return new Found(log, found.reshape(n, frames, points, 2), looks.reshape(n, frames, (long) points * fineDim));
    }

    /** Every value four times, in a square. */
    private static NDArray doubled(NDArray x) { // (N, C, H, W) → (N, C, 2H, 2W)
        Shape s = x.getShape();
        long n = s.get(0);
        long c = s.get(1);
        long h = s.get(2);
        long w = s.get(3);
        return x.reshape(n, c, h, 1, w, 1).broadcast(n, c, h, 2, w, 2).reshape(n, c, 2 * h, 2 * w);
    }
}
