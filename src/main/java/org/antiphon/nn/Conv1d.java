package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** One-dimensional convolution over (B, C, T); weight (out, in / groups, kernel). */
public final class Conv1d {

    private final NDArray weight;
    private final NDArray bias;
    private final Shape stride;
    private final Shape padding;
    private final Shape dilation;
    private final int groups;

    /** Same length out as in, for an odd kernel. */
    public Conv1d(Weights.Scope scope, int in, int out, int kernel) {
        this(scope, in, out, kernel, 1, kernel / 2, 1, 1);
    }

    public Conv1d(Weights.Scope scope, int in, int out, int kernel, int stride, int padding, int dilation, int groups) {
        weight = scope.normal("weight", 1 / Math.sqrt((double) in / groups * kernel), out, in / groups, kernel);
        bias = scope.zeros("bias", out);
        this.stride = new Shape(stride);
        this.padding = new Shape(padding);
        this.dilation = new Shape(dilation);
        this.groups = groups;
    }

    public NDArray apply(NDArray x) { // (B, in, T) → (B, out, T')
        return ai.djl.nn.convolutional.Conv1d.conv1d(x, weight, bias, stride, padding, dilation, groups)
                .singletonOrThrow();
    }
}
