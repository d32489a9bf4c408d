package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import java.util.Set;

/**
 * Pre-norm transformer layer over many tokens: x += Attention(LN(x)); x += MLP(LN(x)), in one TorchScript module. Attention
 * is PyTorch's fused kernel (Dao et al. 2022), which needs memory for blocks of the map between all tokens and never for
 * the map itself: 472 MB a layer for the 3137 tokens of ViViT-B.
 */
public final class FusedTransformerLayer {

    private static final String MODULE = "transformer-block";

    /** Which parameters belong to the two norms. */
    private static final Set<Integer> NORMS = Set.of(0, 1, 6, 7);

    private final Script script;
    private final NDArray settings;
    private final NDArray[] parameters;
    private NDArray[] used;
    private final Script bfloat16;

    /**
     * Sizes of a layer.
     *
     * @param hidden channels between the two products of the MLP
     * @param epsilon of the layer norms
     * @param approximate GELU by its approximation with a tangent (Hendrycks and Gimpel 2016), else exact
     */
    public record Sizes(int dim, int heads, int hidden, double epsilon, boolean approximate) {

        /** @throws IllegalArgumentException if the heads do not divide the dimension */
        public Sizes {
            if (dim <= 0 || heads <= 0 || hidden <= 0 || dim % heads != 0) {
                throw new IllegalArgumentException(heads + " heads do not divide " + dim + " channels");
            }
        }
    }

    /** First values of a layer, each of the shape that {@link #FusedTransformerLayer} tells. */
    public record Values(
            float[] gainBefore,
            float[] biasBefore,
            float[] queryKeyValue,
            float[] queryKeyValueBias,
            float[] output,
            float[] outputBias,
            float[] gainAfter,
            float[] biasAfter,
            float[] expand,
            float[] expandBias,
            float[] reduce,
            float[] reduceBias) {}

    /** Shapes: norms (D), queries, keys and values on top of each other (3D, D), output (D, D), MLP (H, D) and (D, H). */
    public FusedTransformerLayer(Weights.Scope scope, Sizes sizes, Values values) {
        long d = sizes.dim();
        long h = sizes.hidden();
        script = scope.script(MODULE);
        bfloat16 = scope.script("bfloat16");
        settings = scope.constant(sizes.heads(), (float) sizes.epsilon(), sizes.approximate() ? 1 : 0);
        parameters = new NDArray[] {
            scope.given("before.weight", values.gainBefore(), d),
            scope.given("before.bias", values.biasBefore(), d),
            scope.given("qkv.weight", values.queryKeyValue(), 3 * d, d),
            scope.given("qkv.bias", values.queryKeyValueBias(), 3 * d),
            scope.given("output.weight", values.output(), d, d),
            scope.given("output.bias", values.outputBias(), d),
            scope.given("after.weight", values.gainAfter(), d),
            scope.given("after.bias", values.biasAfter(), d),
            scope.given("expand.weight", values.expand(), h, d),
            scope.given("expand.bias", values.expandBias(), h),
            scope.given("reduce.weight", values.reduce(), d, h),
            scope.given("reduce.bias", values.reduceBias(), d)
        };
        used = parameters;
    }

    /**
     * From now on multiplies in bfloat16, which processors with units for it do several times as fast, at an error of
     * about 1 in 100 of what a layer adds; norms and sums stay in float32. The weights are no longer trained by it.
     */
    public void useBfloat16() {
        used = parameters.clone();
        for (int i = 0; i < used.length; i++) {
            if (!NORMS.contains(i)) {
                used[i] = bfloat16.apply(parameters[i]);
            }
        }
    }

    public NDArray apply(NDArray x) { // (B, N, D)
        NDArray[] inputs = new NDArray[2 + used.length];
        inputs[0] = x;
        inputs[1] = settings;
        System.arraycopy(used, 0, inputs, 2, used.length);
        return script.apply(inputs);
    }
}
