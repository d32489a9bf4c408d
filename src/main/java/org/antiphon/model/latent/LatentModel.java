package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Weights;

/**
 * Both encoders into the performance latent, and what they know of the world they were trained in: mean and deviation
 * of their pooled features, by which an input's distance from the training material is told.
 */
public final class LatentModel implements AutoCloseable {

    private final Weights weights;
    private final VideoEncoder video;
    private final AudioEncoder audio;
    private final LatentHead videoHead;
    private final LatentHead audioHead;
    private final DomainModel videoDomain;
    private final DomainModel audioDomain;

    /** @param weights empty; the model declares its parameters there and closes it */
    public LatentModel(Weights weights, LatentModelConfig config) {
        this.weights = weights;
        Weights.Scope root = weights.root();
        video = new VideoEncoder(root.child("video"), config.video(), config.dim());
        videoHead = new LatentHead(root.child("video-head"), config.dim());
        audio = new AudioEncoder(root.child("audio"), config.audio(), config.dim());
        audioHead = new LatentHead(root.child("audio-head"), config.dim());
        videoDomain = new DomainModel(root.child("video-domain"), config.dim());
        audioDomain = new DomainModel(root.child("audio-domain"), config.dim());
    }

    /**
     * What an encoder makes of a window.
     *
     * @param raw (B, CHANNELS, S) before activation
     * @param pooled (B, dim) features averaged over time
     * @param points (B, T, 24, 2) control points, or null for sound
     */
    public record Encoded(NDArray raw, NDArray pooled, NDArray points) {

        public NDArray latent() { // (B, CHANNELS, S)
            return LatentHead.activate(raw);
        }
    }

    /** See {@link VideoEncoder#apply}. */
    public Encoded see(NDArray frames, NDArray flow) {
        VideoEncoder.Seen seen = video.apply(frames, flow);
        return new Encoded(videoHead.raw(seen.features()), seen.features().mean(new int[] {2}), seen.points());
    }

    /** See {@link AudioEncoder#apply}. */
    public Encoded hear(NDArray mel) {
        NDArray features = audio.apply(mel);
        return new Encoded(audioHead.raw(features), features.mean(new int[] {2}), null);
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
        weights.close();
    }
}
