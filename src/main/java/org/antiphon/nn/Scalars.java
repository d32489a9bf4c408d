package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * Arithmetic with plain numbers that may be differentiated. {@code NDArray.mul(Number)} and its like put the number into
 * memory that they give back at once, while the backward pass still reads it: whenever the garbage collector runs in
 * between, the gradient is computed with whatever lies there then. Here the number lives as long as its scope. Sums and
 * differences need no such care, as their gradients do not depend on the number.
 */
public final class Scalars {

    private Scalars() {}

    /** x · factor. */
    public static NDArray times(NDArray x, double factor) {
        return x.mul(number(x, factor));
    }

    /** x / divisor. */
    public static NDArray over(NDArray x, double divisor) {
        return x.div(number(x, divisor));
    }

    /** The greater of x and {@code limit}, element by element. */
    public static NDArray atLeast(NDArray x, double limit) {
        return x.maximum(number(x, limit));
    }

    /** The lesser of x and {@code limit}, element by element. */
    public static NDArray atMost(NDArray x, double limit) {
        return x.minimum(number(x, limit));
    }

    /** x ← x · factor, in place; gives x. */
    public static NDArray scale(NDArray x, double factor) {
        return x.muli(number(x, factor));
    }

    /** x · sigmoid(x) (Elfwing et al. 2018). */
    static NDArray silu(NDArray x) {
        return x.mul(Activation.sigmoid(x));
    }

    private static NDArray number(NDArray x, double value) {
        return x.getManager().create((float) value);
    }
}
