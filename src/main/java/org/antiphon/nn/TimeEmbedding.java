package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** Sinusoidal embedding of diffusion time in [0, 1] (×1000 as in DDPM, Ho et al. 2020) and a two-layer MLP. */
public final class TimeEmbedding {

    private static final int SINUSOIDS = 32;

    private final NDArray frequencies;
    private final Linear first;
    private final Linear second;

    public TimeEmbedding(Weights.Scope scope, int dim) {
        float[] values = new float[SINUSOIDS];
        for (int i = 0; i < SINUSOIDS; i++) {
            values[i] = (float) (1000 * Math.exp(-Math.log(10_000) * i / (SINUSOIDS - 1)));
        }
        frequencies = scope.buffer("frequencies", values, 1, SINUSOIDS);
        first = new Linear(scope.child("first"), 2 * SINUSOIDS, dim);
        second = new Linear(scope.child("second"), dim, dim);
    }

    public NDArray apply(NDArray time) { // (B) → (B, dim)
        NDArray angle = time.reshape(-1, 1).mul(frequencies);
        NDArray waves = NDArrays.concat(new NDList(angle.sin(), angle.cos()), 1);
        return second.apply(Scalars.silu(first.apply(waves)));
    }
}
