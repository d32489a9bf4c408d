package org.antiphon.nn;

import ai.djl.ndarray.NDArray;

/** Gain and shift of an adaptive layer norm from a condition vector (Peebles and Xie 2023); begins as identity. */
public final class AdaLayerNorm {

    private final Linear project;
    private final int dim;

    public AdaLayerNorm(Weights.Scope scope, int condition, int dim) {
        project = new Linear(scope.child("project"), condition, 2 * dim, 0);
        this.dim = dim;
    }

    /** Gain to be added to one, and shift. */
    public record Modulation(NDArray gain, NDArray shift) {}

    public Modulation apply(NDArray condition) { // (B, D) → two of (B, 1, dim)
        NDArray both = project.apply(Scalars.silu(condition)).expandDims(1);
        return new Modulation(both.get("..., 0:" + dim), both.get("..., " + dim + ":"));
    }
}
