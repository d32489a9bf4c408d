package org.antiphon.model.codec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Weights;

/** Two ConvNeXt stacks around a residual quantiser, on the latent's own time grid: two mel frames a step. */
public final class CodecNetwork {

    private final CodecConfig config;
    private final Linear enter;
    private final List<ConvNeXtBlock> encoder = new ArrayList<>();
    private final LayerNorm encoded;
    private final Linear toCode;
    private final ResidualQuantizer quantizer;
    private final Linear fromCode;
    private final List<ConvNeXtBlock> decoder = new ArrayList<>();
    private final LayerNorm decoded;
    private final Linear leave;

    public CodecNetwork(Weights.Scope scope, CodecConfig config) {
        this.config = config;
        int dim = config.dim();
        enter = new Linear(scope.child("enter"), config.width(), dim);
        for (int i = 0; i < config.blocks(); i++) {
            encoder.add(new ConvNeXtBlock(scope.child("encoder" + i), dim, config.hidden(), config.kernel()));
        }
        encoded = new LayerNorm(scope.child("encoded"), dim);
        toCode = new Linear(scope.child("tocode"), dim, config.codeDim());
        quantizer = new ResidualQuantizer(scope, config.codebooks(), config.entries(), config.codeDim());
        fromCode = new Linear(scope.child("fromcode"), config.codeDim(), dim);
        for (int i = 0; i < config.blocks(); i++) {
            decoder.add(new ConvNeXtBlock(scope.child("decoder" + i), dim, config.hidden(), config.kernel()));
        }
        decoded = new LayerNorm(scope.child("decoded"), dim);
        leave = new Linear(scope.child("leave"), dim, config.width());
    }

    public CodecConfig config() {
        return config;
    }

    public ResidualQuantizer quantizer() {
        return quantizer;
    }

    /**
     * @param mel scaled as the spectrogram model scales it, (B, T, 2 · bins)
     * @return what is to be quantised, (B, T, codeDim)
     * @throws IllegalArgumentException if the shape is another
     */
    public NDArray encode(NDArray mel) {
        Shape shape = mel.getShape();
        if (shape.dimension() != 3 || shape.get(2) != config.width()) {
            throw new IllegalArgumentException("codec takes (B, T, " + config.width() + "), got " + shape);
        }
        NDArray x = enter.apply(mel).transpose(0, 2, 1); // (B, dim, T)
        for (ConvNeXtBlock block : encoder) {
            x = block.apply(x);
        }
        return toCode.apply(encoded.apply(x.transpose(0, 2, 1)));
    }

    /** The inverse of {@link #encode}, as far as there is one: (B, T, codeDim) → (B, T, 2 · bins). */
    public NDArray decode(NDArray code) {
        NDArray x = fromCode.apply(code).transpose(0, 2, 1); // (B, dim, T)
        for (ConvNeXtBlock block : decoder) {
            x = block.apply(x);
        }
        return leave.apply(decoded.apply(x.transpose(0, 2, 1)));
    }
}
