package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Layer normalisation over the last axis (Ba et al. 2016, eq. 4), ε = 1e-6 as in ViViT. */
public final class LayerNorm {

    static final float EPSILON = 1e-6f;

    private final NDArray gain;
    private final NDArray bias;
    private final Shape shape;

    public LayerNorm(Weights.Scope scope, int dim) {
        gain = scope.ones("weight", dim);
        bias = scope.zeros("bias", dim);
        shape = new Shape(dim);
    }

    public NDArray apply(NDArray x) { // (..., dim)
        return ai.djl.nn.norm.LayerNorm.layerNorm(x, shape, gain, bias, EPSILON).singletonOrThrow();
    }
}
