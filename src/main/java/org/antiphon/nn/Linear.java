package org.antiphon.nn;

import ai.djl.ndarray.NDArray;

/** y = x Wᵀ + b over the last axis; W has shape (out, in) as in PyTorch. */
public final class Linear {

    private final NDArray weight;
    private final NDArray bias;

    public Linear(Weights.Scope scope, int in, int out) {
        this(scope, in, out, 1 / Math.sqrt(in));
    }

    /** @param deviation standard deviation of the initial weight; 0 makes a layer that begins as zero */
    public Linear(Weights.Scope scope, int in, int out, double deviation) {
        weight = deviation == 0 ? scope.zeros("weight", out, in) : scope.normal("weight", deviation, out, in);
        bias = scope.zeros("bias", out);
    }

    private Linear(NDArray weight, NDArray bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** A layer that begins with given values: {@code weight} of shape (out, in), as many outputs as {@code bias} has. */
    public static Linear given(Weights.Scope scope, int in, float[] weight, float[] bias) {
        return new Linear(scope.given("weight", weight, bias.length, in), scope.given("bias", bias, bias.length));
    }

    public NDArray apply(NDArray x) { // (..., in) → (..., out)
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }
}
