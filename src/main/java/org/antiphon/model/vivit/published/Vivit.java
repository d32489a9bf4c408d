package org.antiphon.model.vivit.published;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antiphon.nn.FusedTransformerLayer;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Weights;

/**
 * ViViT with joint attention over space and time (Arnab et al. 2021, model 1), as it is published: tubelets become
 * tokens by one linear map, a class token is put before them, positions are added, and every token attends to every
 * other. The token of slot t, row h, column w is number 1 + (t · rows + h) · columns + w.
 */
public final class Vivit {

    private final VivitSizes sizes;
    private final Linear patches;
    private final NDArray classToken;
    private final NDArray positions;
    private final List<FusedTransformerLayer> layers = new ArrayList<>();
    private final LayerNorm norm;
    private final Optional<Linear> classifier;

    private Vivit(Weights.Scope scope, VivitSizes sizes, ParameterSource source, boolean classifies) {
        this.sizes = sizes;
        int d = sizes.dim();
        String projection = "embeddings.patch_embeddings.projection.";
        float[] kernel = source.read(
                projection + "weight",
                d,
                sizes.channels(),
                sizes.slotFrames(),
                sizes.patchHeight(),
                sizes.patchWidth());
        patches = Linear.given(scope.child("patches"), sizes.tubelet(), kernel, source.read(projection + "bias", d));
        classToken = scope.given("class", source.read("embeddings.cls_token", 1, 1, d), 1, 1, d);
        positions = scope.given(
                "positions", source.read("embeddings.position_embeddings", 1, sizes.tokens(), d), 1, sizes.tokens(), d);
        for (int i = 0; i < sizes.layers(); i++) {
            layers.add(LayerKeys.layer(scope.child("layers." + i), sizes, source, "encoder.layer." + i + "."));
        }
        norm = LayerNorm.given(
                scope.child("norm"),
                source.read("layernorm.weight", d),
                source.read("layernorm.bias", d),
                sizes.epsilon());
        classifier = classifies && source.has("classifier.weight")
                ? Optional.of(Linear.given(
                        scope.child("classifier"),
                        d,
                        source.read("classifier.weight", sizes.labels(), d),
                        source.read("classifier.bias", sizes.labels())))
                : Optional.empty();
    }

    /**
     * Reads a network, one tensor at a time.
     *
     * @throws VivitCheckpoint.Misfit naming the key that is missing or of another shape, with both shapes
     */
    public static Vivit of(Weights.Scope scope, VivitCheckpoint checkpoint) {
        return new Vivit(scope, checkpoint.sizes(), checkpoint.parameters(), true);
    }

    /** As {@link #of}, leaving a classifier aside. */
    public static Vivit encoder(Weights.Scope scope, VivitCheckpoint checkpoint) {
        return new Vivit(scope, checkpoint.sizes(), checkpoint.parameters(), false);
    }

    /** An {@link #encoder} whose weights are loaded afterwards. */
    public static Vivit blank(Weights.Scope scope, VivitSizes sizes) {
        return new Vivit(scope, sizes, ParameterSource.blank(), false);
    }

    public VivitSizes sizes() {
        return sizes;
    }

    /** See {@link FusedTransformerLayer#useBfloat16}. */
    public void useBfloat16() {
        layers.forEach(FusedTransformerLayer::useBfloat16);
    }

    /**
     * Hidden states after the last norm: (B, tokens, dim).
     *
     * @param pixels (B, frames, 3, height, width)
     * @throws IllegalArgumentException if the pixels are of another shape
     */
    public NDArray encode(NDArray pixels) {
        return encode(pixels, state -> {});
    }

    /** @param watching gets what goes into the first layer, and what comes out of each */
    NDArray encode(NDArray pixels, Consumer<NDArray> watching) {
        NDArray x = embed(pixels);
        watching.accept(x);
        for (FusedTransformerLayer layer : layers) {
            NDArray before = x;
            x = layer.apply(x); // (B, tokens, dim)
            watching.accept(x);
            before.close(); // nothing reads it again; a gradient keeps what it needs by itself
        }
        return norm.apply(x);
    }

    private NDArray embed(NDArray pixels) { // (B, frames, 3, H, W) → (B, tokens, dim)
        Shape shape = pixels.getShape();
        long b = shape.get(0);
        Shape wanted = new Shape(b, sizes.frames(), sizes.channels(), sizes.height(), sizes.width());
        if (!shape.equals(wanted)) {
            throw new IllegalArgumentException("pixels must be " + wanted + ", were " + shape);
        }
        long rows = sizes.height() / sizes.patchHeight();
        long columns = sizes.width() / sizes.patchWidth();
        NDArray tubelets = pixels.reshape(
                        b,
                        sizes.slots(),
                        sizes.slotFrames(),
                        sizes.channels(),
                        rows,
                        sizes.patchHeight(),
                        columns,
                        sizes.patchWidth())
                .transpose(0, 1, 4, 6, 3, 2, 5, 7) // slot, row, column; channel, frame, y, x as the kernel has them
                .reshape(b, sizes.tokens() - 1L, sizes.tubelet());
        NDArray first = classToken.broadcast(b, 1, sizes.dim());
        return NDArrays.concat(new NDList(first, patches.apply(tubelets)), 1).add(positions);
    }

    /** One vector for each slot, the mean of its tokens without the class token: (B, slots, dim). */
    public NDArray slots(NDArray states) {
        long b = states.getShape().get(0);
        return states.get(":, 1:")
                .reshape(b, sizes.slots(), sizes.tokensPerSlot(), sizes.dim())
                .mean(new int[] {2});
    }

    /** What the classifier makes of the class token, (B, labels), if the checkpoint has one. */
    public Optional<NDArray> logits(NDArray states) {
        return classifier.map(linear -> linear.apply(states.get(":, 0")));
    }
}
