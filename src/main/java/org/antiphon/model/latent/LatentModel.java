package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Weights;

/**
 * Both encoders into the performance latent, and what they know of the world they were trained in: mean and deviation
 * of their pooled features, by which an input's distance from the training material is told.
 */
public final class LatentModel implements AutoCloseable {

    private final Weights weights;
    private final Eye eye;
    private final AudioEncoder audio;
    private final LatentHead videoHead;
    private final LatentHead audioHead;
    private final DomainModel videoDomain;
    private final DomainModel audioDomain;

    /**
     * A model whose weights are loaded afterwards.
     *
     * @param weights empty; the model declares its parameters there and closes it
     */
    public LatentModel(Weights weights, LatentModelConfig config) {
        this(weights, config, false);
    }

    /** A model that is to be trained: a visual encoder, if it has one, begins as its checkpoint. */
    public static LatentModel begin(Weights weights, LatentModelConfig config) {
        return new LatentModel(weights, config, true);
    }

    private LatentModel(Weights weights, LatentModelConfig config, boolean fresh) {
        this.weights = weights;
        Weights.Scope root = weights.root();
        eye = config.visual() == null
                ? new Eye.Own(new VideoEncoder(root.child("video"), config.video(), config.dim()))
                : new PublishedEye(weights, root.child("visual"), config.visual(), config.dim(), fresh);
        videoHead = new LatentHead(root.child("video-head"), config.dim());
        audio = new AudioEncoder(root.child("audio"), config.audio(), config.dim());
        audioHead = new LatentHead(root.child("audio-head"), config.dim());
        videoDomain =
                new DomainModel(root.child("video-domain"), config.dim() + (eye.doubts() ? VideoEncoder.POINTS : 0));
        audioDomain = new DomainModel(root.child("audio-domain"), config.dim());
    }

    /**
     * What an encoder makes of a window.
     *
     * @param raw (B, CHANNELS, S) before activation
     * @param features (B, dim, S) what it was made from
     * @param doubt (B, T, 24) how spread out each control point's probability is (entropy), or null where nothing
     *     tells it
     */
    public record Encoded(NDArray raw, NDArray features, NDArray doubt) {

        public NDArray latent() { // (B, CHANNELS, S)
            return LatentHead.activate(raw);
        }

        /** What its domain is told by: features averaged over time, and the doubt about each point. */
        public NDArray pooled() { // (B, dim) or (B, dim + 24)
            NDArray mean = features.mean(new int[] {2});
            return doubt == null ? mean : NDArrays.concat(new NDList(mean, doubt.mean(new int[] {1})), 1);
        }
    }

    /** See {@link VideoEncoder#look}. */
    public VideoEncoder.Look look(NDArray frames, NDArray flow) {
        return eye.look(frames, flow);
    }

    /** What a visual encoder sees, one vector a slot: (B, T, 3, side, side) → (B, slots, its channels). */
    public NDArray slots(NDArray frames) {
        return published().slots(frames);
    }

    /** What was seen, by what {@link #slots} gave. */
    public VideoEncoder.Look look(NDArray slots) {
        return published().look(slots);
    }

    /** Follows what was found in each frame; see {@link VideoEncoder#follow}. */
    public Encoded follow(VideoEncoder.Look look) {
        NDArray features = eye.follow(look);
        return new Encoded(videoHead.raw(features), features, eye.doubts() ? look.doubt() : null);
    }

    /** Follows points without having seen a picture: (B, T, 24, 2). */
    public Encoded follow(NDArray points) {
        if (eye instanceof Eye.Own own) {
            NDArray features = own.video().follow(points, null);
            return new Encoded(videoHead.raw(features), features, null);
        }
        throw new IllegalStateException("a published ViViT follows pictures, not points");
    }

    private PublishedEye published() {
        if (eye instanceof PublishedEye published) {
            return published;
        }
        throw new IllegalStateException("this latent model sees with our own video encoder, which has no slots");
    }

    /** Looks at every frame and follows what was found. */
    public Encoded see(NDArray frames, NDArray flow) {
        return follow(eye.look(frames, flow));
    }

    /** See {@link AudioEncoder#apply}. */
    public Encoded hear(NDArray mel) {
        NDArray features = audio.apply(mel);
        return new Encoded(audioHead.raw(features), features, null);
    }

    public DomainModel videoDomain() {
        return videoDomain;
    }

    public DomainModel audioDomain() {
        return audioDomain;
    }

    public Weights weights() {
        return weights;
    }

    @Override
    public void close() {
        eye.close();
        weights.close();
    }
}
