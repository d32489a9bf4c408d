package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Layer normalisation over the last axis (Ba et al. 2016, eq. 4), ε = 1e-6 as in ViViT where nothing else is given. */
public final class LayerNorm {

    static final float EPSILON = 1e-6f;

    private final NDArray gain;
    private final NDArray bias;
    private final Shape shape;
    private final float epsilon;

    public LayerNorm(Weights.Scope scope, int dim) {
        this(scope.ones("weight", dim), scope.zeros("bias", dim), dim, EPSILON);
    }

    private LayerNorm(NDArray gain, NDArray bias, int dim, float epsilon) {
        this.gain = gain;
        this.bias = bias;
        this.shape = new Shape(dim);
        this.epsilon = epsilon;
    }

    /** A norm that begins with given values. */
    public static LayerNorm given(Weights.Scope scope, float[] gain, float[] bias, double epsilon) {
        int dim = gain.length;
        return new LayerNorm(scope.given("weight", gain, dim), scope.given("bias", bias, dim), dim, (float) epsilon);
    }

    public NDArray apply(NDArray x) { // (..., dim)
        return ai.djl.nn.norm.LayerNorm.layerNorm(x, shape, gain, bias, epsilon).singletonOrThrow();
    }
}
