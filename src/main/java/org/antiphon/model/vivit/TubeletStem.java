package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.antiphon.nn.Conv2d;
import org.antiphon.nn.ResidualConv2d;
import org.antiphon.nn.Weights;

/**
 * Turns tubelets of two pictures, and of the optical flow into each of them, into maps of three resolutions. Early
 * convolutions instead of one linear patch projection (Xiao et al. 2021) learn fine positions from far fewer clips;
 * the flow joins where it has the pictures' resolution.
 */
final class TubeletStem {

    private static final int FLOW_CHANNELS = 2 * VideoEncoder.FRAMES_PER_TUBELET;
    private static final int PICTURE_CHANNELS = 3 * VideoEncoder.FRAMES_PER_TUBELET;
    private static final int FIRST = 28;

    private final Conv2d pictures;
    private final Conv2d joined;
    private final ResidualConv2d fine;
    private final Conv2d halve;
    private final ResidualConv2d middle;
    private final ResidualConv2d middleAgain;
    private final Conv2d patches;

    TubeletStem(Weights.Scope scope, int fineDim, int dim) {
        pictures = new Conv2d(scope.child("pictures"), PICTURE_CHANNELS, FIRST, 3, 2, 1, 1);
        joined = new Conv2d(scope.child("joined"), FIRST + FLOW_CHANNELS, fineDim, 3, 2, 1, 1);
        fine = new ResidualConv2d(scope.child("fine"), fineDim);
        halve = new Conv2d(scope.child("halve"), fineDim, 2 * fineDim, 3, 2, 1, 1);
        middle = new ResidualConv2d(scope.child("middle.0"), 2 * fineDim);
        middleAgain = new ResidualConv2d(scope.child("middle.1"), 2 * fineDim);
        patches = new Conv2d(scope.child("patches"), 2 * fineDim, dim, 3, 2, 1, 1);
    }

    /**
     * Maps of N tubelets.
     *
     * @param fine (N, fineDim, H/4, W/4)
     * @param middle (N, 2·fineDim, H/8, W/8)
     * @param patches (N, tokens, dim), one token per 16×16 pixels
     */
    record Maps(NDArray fine, NDArray middle, NDArray patches) {}

    /** @param frames (N, 6, H, W); @param flow (N, 4, H/2, W/2) */
    Maps apply(NDArray frames, NDArray flow) {
        NDArray half = Activation.relu(pictures.apply(frames)); // (N, FIRST, H/2, W/2)
        NDArray x = fine.apply(joined.apply(NDArrays.concat(new NDList(half, flow), 1)));
        NDArray y = middleAgain.apply(middle.apply(halve.apply(Activation.relu(x))));
        NDArray z = patches.apply(Activation.relu(y)); // (N, dim, H/16, W/16)
        return new Maps(
                x, y, z.reshape(z.getShape().get(0), z.getShape().get(1), -1).transpose(0, 2, 1));
    }
}
