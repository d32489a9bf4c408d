package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * Products with numbers that may be differentiated. {@code NDArray.mul(Number)} puts the number into memory that it
 * gives back at once, while the backward pass still reads it: whenever the garbage collector runs in between, the
 * gradient is multiplied by whatever lies there then. Here the number lives as long as its scope.
 */
public final class Scalars {

    private Scalars() {}

    /** x · factor, safe where a gradient passes. */
    public static NDArray times(NDArray x, double factor) {
        return x.mul(x.getManager().create((float) factor));
    }

    /** x · sigmoid(x) (Elfwing et al. 2018). */
    static NDArray silu(NDArray x) {
        return x.mul(Activation.sigmoid(x));
    }
}
