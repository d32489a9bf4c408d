package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * Pre-norm transformer layer: x += Attention(LN(x)); x += MLP(LN(x)) (Xiong et al. 2020; ViViT's encoder layer).
 * Attention is scaled dot-product over all positions, or over those a bias lets through.
 */
public final class TransformerLayer {

    private final LayerNorm before;
    private final LayerNorm after;
    private final Linear queryKeyValue;
    private final Linear output;
    private final Linear expand;
    private final Linear reduce;
    private final int dim;
    private final int heads;

    /** @throws IllegalArgumentException if the heads do not divide the dimension */
    public TransformerLayer(Weights.Scope scope, int dim, int heads, int hidden) {
        if (dim % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide " + dim + " channels");
        }
        before = new LayerNorm(scope.child("before"), dim);
        after = new LayerNorm(scope.child("after"), dim);
        queryKeyValue = new Linear(scope.child("qkv"), dim, 3 * dim);
        output = new Linear(scope.child("output"), dim, dim, 0.02);
        expand = new Linear(scope.child("expand"), dim, hidden);
        reduce = new Linear(scope.child("reduce"), hidden, dim, 0.02);
        this.dim = dim;
        this.heads = heads;
    }

    public NDArray apply(NDArray x) { // (B, N, D)
        return apply(x, null);
    }

    /** @param bias added to the attention scores, broadcastable to (B, heads, N, N), or null */
    public NDArray apply(NDArray x, NDArray bias) { // (B, N, D)
        return apply(x, bias, null);
    }

    /**
     * Positions that follow those that the memory holds: they attend to both, and are remembered for the next call.
     *
     * @param bias added to the attention scores, broadcastable to (B, heads, N, positions so far and N), or null
     * @param memory of this layer alone, or null
     */
    public NDArray apply(NDArray x, NDArray bias, Memory memory) { // (B, N, D)
        NDArray y = x.add(attend(before.apply(x), bias, memory));
        return y.add(reduce.apply(Activation.gelu(expand.apply(after.apply(y)))));
    }

    /** Keys and values of the positions that a layer has seen, (B·heads, positions, D/heads). */
    public static final class Memory {

        private NDArray keys;
        private NDArray values;

        /** How many positions there are. */
        public long length() {
            return keys == null ? 0 : keys.getShape().get(1);
        }

        private void add(NDArray moreKeys, NDArray moreValues) {
            keys = keys == null ? moreKeys : keys.concat(moreKeys, 1);
            values = values == null ? moreValues : values.concat(moreValues, 1);
        }
    }

    private NDArray attend(NDArray x, NDArray bias, Memory memory) { // (B, N, D)
        Shape shape = x.getShape();
        long b = shape.get(0);
        long n = shape.get(1);
        long perHead = dim / heads;
        NDArray qkv = queryKeyValue.apply(x).reshape(b, n, 3, heads, perHead).transpose(2, 0, 3, 1, 4);
        NDArray q = Scalars.times(qkv.get(0), 1 / Math.sqrt(perHead)).reshape(b * heads, n, perHead);
        NDArray k = qkv.get(1).reshape(b * heads, n, perHead);
        NDArray v = qkv.get(2).reshape(b * heads, n, perHead);
        if (memory != null) {
            memory.add(k, v);
            k = memory.keys;
            v = memory.values;
        }
        NDArray scores = q.batchMatMul(k.transpose(0, 2, 1)); // (B·heads, N, M)
        if (bias != null) {
            long m = k.getShape().get(1);
            scores = scores.reshape(b, heads, n, m).add(bias).reshape(b * heads, n, m);
        }
        NDArray mixed = scores.softmax(-1).batchMatMul(v); // (B·heads, N, D/heads)
        return output.apply(
                mixed.reshape(b, heads, n, perHead).transpose(0, 2, 1, 3).reshape(b, n, dim));
    }
}
