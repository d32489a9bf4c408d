package org.antiphon.model.codec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.model.ModelStore;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.nn.TensorScope;

/** Spectrograms of any length as tokens and back, in stretches of ten seconds with the network's reach on both sides. */
public final class Codec {

    private static final int STRETCH = 500;

    private final CodecNetwork network;
    private final CodecConfig config;

    public static Codec open(ModelStore store) {
        return new Codec(
                store.open("codec", CodecConfig.class, (weights, config) -> new CodecNetwork(weights.root(), config)));
    }

    public Codec(CodecNetwork network) {
        this.network = network;
        this.config = network.config();
    }

    public CodecConfig config() {
        return config;
    }

    /**
     * @param manager where arrays of the work live; they are freed before this returns
     * @param mel natural log-mel; of an odd number of frames the last counts twice
     * @return {@code [codebook][step]}
     * @throws IllegalArgumentException if the mel has another number of bins
     */
    public int[][] encode(NDManager manager, Mel mel) {
        float[] code = code(manager, mel);
        int steps = code.length / config.codeDim();
        int[][] tokens = new int[config.codebooks()][];
        try (TensorScope scope = new TensorScope(manager)) {
            List<NDArray> indices =
                    network.quantizer().quantize(scope.manager().create(code, new Shape(steps, config.codeDim())));
            for (int k = 0; k < tokens.length; k++) {
                tokens[k] = Arrays.stream(indices.get(k).toLongArray())
                        .mapToInt(Math::toIntExact)
                        .toArray();
            }
        }
        return tokens;
    }

    /**
     * What the codebooks would have to name, before they do: row-major (steps, codeDim).
     *
     * @throws IllegalArgumentException if the mel has another number of bins
     */
    public float[] code(NDManager manager, Mel mel) {
        if (mel.bins() != config.bins()) {
            throw new IllegalArgumentException("codec takes " + config.bins() + " bins, got " + mel.bins());
        }
        int steps = (mel.frames() + 1) / CodecConfig.FRAMES_PER_STEP;
        float[] scaled = new float[steps * config.width()];
        for (int i = 0; i < scaled.length; i++) {
            int frame = Math.min(mel.frames() - 1, i / config.bins());
            scaled[i] = SpectrogramConfig.scaled(mel.at(frame, i % config.bins()));
        }
        float[] code = new float[steps * config.codeDim()];
        for (int from = 0; from < steps; from += STRETCH) {
            int to = Math.min(steps, from + STRETCH);
            int start = Math.max(0, from - config.reach());
            int end = Math.min(steps, to + config.reach());
            try (TensorScope scope = new TensorScope(manager)) {
                float[] part = Arrays.copyOfRange(scaled, start * config.width(), end * config.width());
                float[] values = network.encode(scope.manager().create(part, new Shape(1, end - start, config.width())))
                        .toFloatArray();
                System.arraycopy(
                        values,
                        (from - start) * config.codeDim(),
                        code,
                        from * config.codeDim(),
                        (to - from) * config.codeDim());
            }
        }
        return code;
    }

    /** The vectors of a codebook, row-major (entries, codeDim). */
    public float[] codebook(int k) {
        return network.quantizer().codebook(k).toFloatArray();
    }

    /**
     * @param tokens {@code [codebook][step]}; the codebooks that are left out add nothing
     * @return two frames for every step
     * @throws IllegalArgumentException naming a token that is in no codebook
     */
    public Mel decode(NDManager manager, int[][] tokens) {
        check(tokens);
        int steps = tokens[0].length;
        float[] mel = new float[steps * config.width()];
        for (int from = 0; from < steps; from += STRETCH) {
            int to = Math.min(steps, from + STRETCH);
            int start = Math.max(0, from - config.reach());
            int end = Math.min(steps, to + config.reach());
            try (TensorScope scope = new TensorScope(manager)) {
                NDArray code = network.quantizer().sum(indices(scope.manager(), tokens, start, end));
                float[] part = network.decode(code.reshape(1, end - start, config.codeDim()))
                        .toFloatArray();
                System.arraycopy(
                        part,
                        (from - start) * config.width(),
                        mel,
                        from * config.width(),
                        (to - from) * config.width());
            }
        }
        for (int i = 0; i < mel.length; i++) {
            mel[i] = SpectrogramConfig.unscaled(mel[i]);
        }
        return new Mel(mel, steps * CodecConfig.FRAMES_PER_STEP, config.bins(), Hop.MODEL, SampleRate.MODEL);
    }

    private static List<NDArray> indices(NDManager manager, int[][] tokens, int start, int end) {
        List<NDArray> indices = new ArrayList<>();
        for (int[] row : tokens) {
            indices.add(
                    manager.create(Arrays.stream(row, start, end).asLongStream().toArray()));
        }
        return indices;
    }

    private void check(int[][] tokens) {
        if (tokens.length < 1 || tokens.length > config.codebooks()) {
            throw new IllegalArgumentException(
                    "codec has " + config.codebooks() + " codebooks, got tokens of " + tokens.length);
        }
        for (int k = 0; k < tokens.length; k++) {
            for (int token : tokens[k]) {
                if (token < 0 || token >= config.entries()) {
                    throw new IllegalArgumentException("token " + token + " is not in codebook " + k + ", which has "
                            + config.entries() + " entries");
                }
            }
        }
    }
}
