package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * ConvNeXt block in one dimension (Liu et al. 2022, fig. 4): depthwise convolution, layer norm, inverted bottleneck,
 * layer scale, residual.
 */
public final class ConvNeXtBlock {

    private final Conv1d depthwise;
    private final LayerNorm norm;
    private final Linear expand;
    private final Linear reduce;
    private final NDArray scale;

    /** @param kernel odd */
    public ConvNeXtBlock(Weights.Scope scope, int dim, int hidden, int kernel) {
        this(scope, dim, hidden, kernel, 1);
    }

    /**
     * @param kernel odd
     * @param dilation steps between the taps of the kernel
     */
    public ConvNeXtBlock(Weights.Scope scope, int dim, int hidden, int kernel, int dilation) {
        depthwise = new Conv1d(scope.child("depthwise"), dim, dim, kernel, 1, kernel / 2 * dilation, dilation, dim);
        norm = new LayerNorm(scope.child("norm"), dim);
        expand = new Linear(scope.child("expand"), dim, hidden);
        reduce = new Linear(scope.child("reduce"), hidden, dim);
        scale = scope.filled("scale", 0.125, dim);
    }

    public NDArray apply(NDArray x) { // (B, C, T)
        return apply(x, null, null);
    }

    /**
     * With adaptive normalisation (AdaLN, Peebles and Xie 2023): the normalised signal is scaled and shifted.
     *
     * @param gain (B, 1, C) added to one, or null
     * @param shift (B, 1, C), or null
     */
    public NDArray apply(NDArray x, NDArray gain, NDArray shift) { // (B, C, T)
        NDArray y = norm.apply(depthwise.apply(x).transpose(0, 2, 1)); // (B, T, C)
        if (gain != null) {
            y = y.mul(gain.add(1)).add(shift);
        }
        y = reduce.apply(Activation.gelu(expand.apply(y))).mul(scale);
        return x.add(y.transpose(0, 2, 1));
    }
}
