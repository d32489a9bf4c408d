package org.antiphon.training;

import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;

/** Byte offsets of the parts of a shard of so many video frames; little-endian, the header is 16 bytes. */
record ShardLayout(int frames) {

    static final int MAGIC = 0x48534E41;
    static final int VERSION = 3;
    static final int HEADER = 16;

    int pictures() {
        return HEADER;
    }

    int flow() {
        return pictures() + frames * Example.PICTURE * Example.PICTURE * 3;
    }

    int mel() {
        return flow() + frames * Example.FLOW * Example.FLOW * 2;
    }

    int latent() {
        return mel() + frames * Timeline.MEL_FRAMES_PER_FRAME * Example.BINS * 2;
    }

    int points() {
        return latent() + frames * Timeline.LATENT_STEPS_PER_FRAME * LatentLayout.CHANNELS * 2;
    }

    int sound() {
        return points() + frames * Example.POINTS * 3 * 2;
    }

    int size() {
        return sound() + frames * Timeline.SAMPLES_PER_FRAME * 2;
    }
}
