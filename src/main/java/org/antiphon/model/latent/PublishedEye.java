package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Timeline;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.model.vivit.published.PictureInput;
import org.antiphon.model.vivit.published.Vivit;
import org.antiphon.model.vivit.published.VivitCheckpoint;
import org.antiphon.model.vivit.published.VivitSizes;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Weights;

/**
 * A published ViViT as eye: windows of it follow each other, each slot's features are spread over the latent steps of its
 * frames and refined over time; another map finds the control points in them. Of a frozen one features can be computed
 * once, kept, and given in place of pictures.
 */
final class PublishedEye implements Eye {

    private static final long UNUSED = 0; // seed of weights that are all given
    private static final int BLOCKS = 3;
    private static final int KERNEL = 7;

    private final VisualConfig config;
    private final int dim;
    private final Weights frozen; // null where the ViViT's weights are the model's
    private final Vivit vivit;
    private final PictureInput input;
    private final LayerNorm norm;
    private final Linear spread;
    private final List<ConvNeXtBlock> refine = new ArrayList<>();
    private final Linear points;

    /**
     * @param model whose weights are declared in {@code scope}
     * @param fresh whether a ViViT that is trained further begins as the checkpoint; otherwise its weights are loaded later
     * @throws UncheckedIOException if the checkpoint cannot be read
     */
    PublishedEye(Weights model, Weights.Scope scope, VisualConfig config, int dim, boolean fresh) {
        if (config.sizes() == null || config.rule() == null) {
            throw new IllegalArgumentException("the ViViT " + config.vivit() + " was not looked at yet");
        }
        this.config = config;
        this.dim = dim;
        VivitSizes sizes = config.sizes();
        if (VideoEncoder.FRAMES_PER_TUBELET % sizes.slotFrames() != 0) {
            throw new IllegalArgumentException(
                    "slots of " + sizes.slotFrames() + " frames do not fit windows of an even"
                            + " number of frames; a visual encoder needs tubelets of 2 frames");
        }
        int perSlot = sizes.slotFrames() * Timeline.LATENT_STEPS_PER_FRAME;
        input = new PictureInput(config.rule(), sizes);
        norm = new LayerNorm(scope.child("norm"), sizes.dim());
        spread = new Linear(scope.child("spread"), sizes.dim(), perSlot * dim);
        for (int i = 0; i < BLOCKS; i++) {
            refine.add(new ConvNeXtBlock(scope.child("refine." + i), dim, 3 * dim, KERNEL));
        }
        points = new Linear(scope.child("points"), sizes.dim(), sizes.slotFrames() * VideoEncoder.POINTS * 2, 0.02);
        frozen = config.frozen() ? new Weights(model.manager(), UNUSED) : null;
        vivit = config.frozen() || fresh
                ? read(config.frozen() ? frozen.root() : scope.child("vivit"), config)
                : Vivit.blank(scope.child("vivit"), sizes);
    }

    private static Vivit read(Weights.Scope scope, VisualConfig config) {
        try (VivitCheckpoint checkpoint = config.open()) {
            return Vivit.encoder(scope, checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One vector for each slot: (B, T, 3, side, side) → (B, T / slot frames, ViViT's dim). */
    NDArray slots(NDArray frames) {
        VivitSizes sizes = config.sizes();
        long t = frames.getShape().get(1);
        if (t % sizes.slotFrames() != 0) {
            throw new IllegalArgumentException(
                    t + " frames are no whole number of slots of " + sizes.slotFrames() + "; give an even T");
        }
        NDList parts = new NDList();
        for (long from = 0; from < t; from += sizes.frames()) {
            long end = Math.min(t, from + sizes.frames());
            long start = Math.max(0, end - sizes.frames()); // the last window looks back, so that it is full
            NDArray slots = vivit.slots(vivit.encode(window(frames, start, end)));
            parts.add(
                    slots.get(":, " + (from - start) / sizes.slotFrames() + ":" + (end - start) / sizes.slotFrames()));
        }
        NDArray all = NDArrays.concat(parts, 1);
        // arrays made without a gradient in mind may not be used where there is one; a copy may
        return config.frozen() ? all.getManager().create(all.toFloatArray(), all.getShape()) : all;
    }

    private NDArray window(NDArray frames, long start, long end) {
        NDArray window = frames.get(":, " + start + ":" + end);
        int missing = (int) (config.sizes().frames() - (end - start));
        if (missing > 0) {
            NDArray last = frames.get(":, " + (end - 1) + ":" + end);
            NDList held = new NDList(window);
            for (int i = 0; i < missing; i++) {
                held.add(last);
            }
            window = NDArrays.concat(held, 1);
        }
        return input.apply(window);
    }

    /** What was seen, by features of slots: its evidence are these. */
    VideoEncoder.Look look(NDArray slots) {
        long b = slots.getShape().get(0);
        NDArray found = Activation.sigmoid(points.apply(norm.apply(slots)));
        return new VideoEncoder.Look(found.reshape(b, -1, VideoEncoder.POINTS, 2), null, slots);
    }

    @Override
    public VideoEncoder.Look look(NDArray frames, NDArray flow) {
        return look(slots(frames));
    }

    @Override
    public NDArray follow(VideoEncoder.Look look) {
        NDArray slots = look.evidence();
        long b = slots.getShape().get(0);
        NDArray x = spread.apply(norm.apply(slots)).reshape(b, -1, dim).transpose(0, 2, 1); // (B, dim, S)
        for (ConvNeXtBlock block : refine) {
            x = block.apply(x);
        }
        return x;
    }

    @Override
    public boolean doubts() {
        return false;
    }

    @Override
    public void close() {
        if (frozen != null) {
            frozen.close();
        }
    }
}
