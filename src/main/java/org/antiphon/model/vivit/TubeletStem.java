package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.antiphon.nn.Conv2d;
import org.antiphon.nn.Weights;

/**
 * Turns tubelets of two pictures, and of the optical flow into each of them, into one token per 16×16 pixels. Early
 * convolutions instead of one linear patch projection (Xiao et al. 2021) learn fine positions from far fewer clips;
 * the flow joins where it has the pictures' resolution.
 */
final class TubeletStem {

    private static final int FLOW_CHANNELS = 2 * VideoEncoder.FRAMES_PER_TUBELET;
    private static final int PICTURE_CHANNELS = 3 * VideoEncoder.FRAMES_PER_TUBELET;

    private final Conv2d pictures;
    private final Conv2d joined;
    private final Conv2d third;
    private final Conv2d fourth;

    TubeletStem(Weights.Scope scope, int dim) {
        pictures = new Conv2d(scope.child("pictures"), PICTURE_CHANNELS, 28, 3, 2, 1, 1);
        joined = new Conv2d(scope.child("joined"), 28 + FLOW_CHANNELS, 64, 3, 2, 1, 1);
        third = new Conv2d(scope.child("third"), 64, 96, 3, 2, 1, 1);
        fourth = new Conv2d(scope.child("fourth"), 96, dim, 3, 2, 1, 1);
    }

    /** @param frames (N, 6, H, W); @param flow (N, 4, H/2, W/2) */
    NDArray apply(NDArray frames, NDArray flow) { // → (N, tokens, dim)
        NDArray x = Activation.relu(pictures.apply(frames)); // (N, 28, H/2, W/2)
        x = Activation.relu(joined.apply(NDArrays.concat(new NDList(x, flow), 1)));
        x = Activation.relu(third.apply(x));
        x = fourth.apply(x); // (N, dim, H/16, W/16)
        return x.reshape(x.getShape().get(0), x.getShape().get(1), -1).transpose(0, 2, 1);
    }
}
