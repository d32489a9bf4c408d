package org.antiphon.model.vivit.published;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.nn.TensorScope;
import org.antiphon.nn.Weights;

/** A published ViViT on plain arrays, one window at a time; tensors live no longer than a call. */
public final class VivitReader implements AutoCloseable {

    private static final long UNUSED = 0; // seed of weights that are all given

    private final Weights weights;
    private final Vivit vivit;
    private final PixelMaker pixels;
    private final String checksum;

    private VivitReader(Weights weights, Vivit vivit, PixelMaker pixels, String checksum) {
        this.weights = weights;
        this.vivit = vivit;
        this.pixels = pixels;
        this.checksum = checksum;
    }

    /** How the numbers of pictures are made. */
    public enum Rule {
        /** As the checkpoint's {@code preprocessor_config.json} says. */
        CHECKPOINT,
        /** As in the original training; see {@link PixelRule#scenic}. */
        SCENIC
    }

    /** What products are computed in. */
    public enum Precision {
        /** As transformers does: hidden states equal to 1e-4. */
        FLOAT32,
        /** See {@link Vivit#useBfloat16}. */
        BFLOAT16
    }

    /**
     * Loads a checkpoint.
     *
     * @param device whose device the weights live on
     * @throws IOException naming the file that is missing or cannot be used
     * @throws VivitCheckpoint.Misfit naming the key that is missing or of another shape
     */
    public static VivitReader open(Path folder, Rule rule, Precision precision, NDManager device) throws IOException {
        try (VivitCheckpoint checkpoint = VivitCheckpoint.open(folder)) {
            PixelMaker pixels = new PixelMaker(
                    rule == Rule.SCENIC ? PixelRule.scenic(checkpoint.sizes()) : checkpoint.pixelRule(),
                    checkpoint.sizes());
            Weights weights = new Weights(device, UNUSED);
            try {
                Vivit vivit = Vivit.of(weights.root(), checkpoint);
                if (precision == Precision.BFLOAT16) {
                    vivit.useBfloat16();
                }
                return new VivitReader(weights, vivit, pixels, checkpoint.checksum());
            } catch (RuntimeException | IOException e) {
                weights.close();
                throw e;
            }
        }
    }

    public VivitSizes sizes() {
        return vivit.sizes();
    }

    public PixelMaker pixels() {
        return pixels;
    }

    /** See {@link VivitCheckpoint#checksum}. */
    public String checksum() {
        return checksum;
    }

    /** How many numbers it was given. */
    public long parameters() {
        return weights.count();
    }

    /**
     * What a window is seen as.
     *
     * @param states (tokens, dim), after the last norm
     * @param logits one for each label, if the checkpoint has a classifier
     */
    public record Seen(float[] states, Optional<float[]> logits) {}

    /** @param window (frames, 3, height, width) as {@link #pixels} makes them */
    public Seen see(float[] window) {
        try (TensorScope scope = new TensorScope(weights.manager())) {
            NDArray states = encode(scope.manager(), window);
            return new Seen(states.toFloatArray(), vivit.logits(states).map(NDArray::toFloatArray));
        }
    }

    /** One vector for each slot, (slots, dim): the mean of its tokens, without the class token. */
    public float[] slots(float[] window) {
        try (TensorScope scope = new TensorScope(weights.manager())) {
            return vivit.slots(encode(scope.manager(), window)).toFloatArray();
        }
    }

    private NDArray encode(NDManager manager, float[] window) {
        VivitSizes sizes = vivit.sizes();
        Shape shape = new Shape(1, sizes.frames(), sizes.channels(), sizes.height(), sizes.width());
        return vivit.encode(manager.create(window, shape));
    }

    @Override
    public void close() {
        weights.close();
    }
}
