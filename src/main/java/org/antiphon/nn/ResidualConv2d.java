package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Pre-activation residual block of two 3×3 convolutions (He et al. 2016, "Identity mappings"), without normalisation. */
public final class ResidualConv2d {

    private final Conv2d first;
    private final Conv2d second;

    /** Begins close to the identity: the second convolution starts at a tenth of its usual size. */
    public ResidualConv2d(Weights.Scope scope, int channels) {
        first = new Conv2d(scope.child("first"), channels, channels, 3, 1, 1, 1);
        second = new Conv2d(scope.child("second"), channels, channels, 3, 1, 1, 1, 0.1);
    }

    public NDArray apply(NDArray x) { // (B, C, H, W)
        return x.add(second.apply(Activation.relu(first.apply(Activation.relu(x)))));
    }
}
