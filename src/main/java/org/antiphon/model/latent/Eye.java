package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import org.antiphon.model.vivit.VideoEncoder;

/** What a latent model sees with: our own video encoder, or a published ViViT. */
interface Eye extends AutoCloseable {

    /** See {@link VideoEncoder#look}. */
    VideoEncoder.Look look(NDArray frames, NDArray flow);

    /** Features at 50 Hz of what was seen: (B, dim, S). */
    NDArray follow(VideoEncoder.Look look);

    /** Whether its looks tell how sure they are of each point. */
    boolean doubts();

    @Override
    void close();

    /** Our own. */
    record Own(VideoEncoder video) implements Eye {

        @Override
        public VideoEncoder.Look look(NDArray frames, NDArray flow) {
            return video.look(frames, flow);
        }

        @Override
        public NDArray follow(VideoEncoder.Look look) {
            return video.follow(look.points(), look.evidence());
        }

        @Override
        public boolean doubts() {
            return true;
        }

        @Override
        public void close() {
            // its weights are the model's
        }
    }
}
