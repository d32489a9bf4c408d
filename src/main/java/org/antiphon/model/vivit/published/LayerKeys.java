package org.antiphon.model.vivit.published;

import org.antiphon.nn.FusedTransformerLayer;
import org.antiphon.nn.Weights;

/** The keys of one layer in the published layout. */
final class LayerKeys {

    private LayerKeys() {}

    /** @param at the keys' beginning, with a dot */
    static FusedTransformerLayer layer(Weights.Scope scope, VivitSizes sizes, ParameterSource source, String at) {
        int d = sizes.dim();
        int h = sizes.hidden();
        String attention = at + "attention.attention.";
        FusedTransformerLayer.Values values = new FusedTransformerLayer.Values(
                source.read(at + "layernorm_before.weight", d),
                source.read(at + "layernorm_before.bias", d),
                joined(
                        source.read(attention + "query.weight", d, d),
                        source.read(attention + "key.weight", d, d),
                        source.read(attention + "value.weight", d, d)),
                sizes.queryKeyValueBias()
                        ? joined(
                                source.read(attention + "query.bias", d),
                                source.read(attention + "key.bias", d),
                                source.read(attention + "value.bias", d))
                        : new float[3 * d],
                source.read(at + "attention.output.dense.weight", d, d),
                source.read(at + "attention.output.dense.bias", d),
                source.read(at + "layernorm_after.weight", d),
                source.read(at + "layernorm_after.bias", d),
                source.read(at + "intermediate.dense.weight", h, d),
                source.read(at + "intermediate.dense.bias", h),
                source.read(at + "output.dense.weight", d, h),
                source.read(at + "output.dense.bias", d));
        return new FusedTransformerLayer(
                scope,
                new FusedTransformerLayer.Sizes(d, sizes.heads(), h, sizes.epsilon(), sizes.approximate()),
                values);
    }

    private static float[] joined(float[] query, float[] key, float[] value) {
        float[] all = new float[query.length + key.length + value.length];
        System.arraycopy(query, 0, all, 0, query.length);
        System.arraycopy(key, 0, all, query.length, key.length);
        System.arraycopy(value, 0, all, query.length + key.length, value.length);
        return all;
    }
}
