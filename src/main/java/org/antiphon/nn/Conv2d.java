package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Two-dimensional convolution over (B, C, H, W); weight (out, in / groups, kernel, kernel). */
public final class Conv2d {

    private final NDArray weight;
    private final NDArray bias;
    private final Shape stride;
    private final Shape padding;
    private final int groups;

    public Conv2d(Weights.Scope scope, int in, int out, int kernel, int stride, int padding, int groups) {
        this(scope, in, out, kernel, stride, padding, groups, 1);
    }

    /** @param gain factor on the usual size of the initial weights */
    Conv2d(Weights.Scope scope, int in, int out, int kernel, int stride, int padding, int groups, double gain) {
        int fanIn = in / groups * kernel * kernel;
        weight = scope.normal("weight", gain * Math.sqrt(1.6 / fanIn), out, in / groups, kernel, kernel);
        bias = scope.zeros("bias", out);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(padding, padding);
        this.groups = groups;
    }

    public NDArray apply(NDArray x) { // (B, in, H, W) → (B, out, H', W')
        return ai.djl.nn.convolutional.Conv2d.conv2d(x, weight, bias, stride, padding, new Shape(1, 1), groups)
                .singletonOrThrow();
    }
}
