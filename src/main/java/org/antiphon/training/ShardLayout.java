package org.antiphon.training;

import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;

/**
 * Byte offsets of the parts of a shard; little-endian, the header is 16 bytes.
 *
 * @param frames video frames of the time line
 * @param filmed whether there are pictures and flow
 */
record ShardLayout(int frames, boolean filmed) {

    static final int MAGIC = 0x48534E41;
    static final int VERSION = 3;
    static final int HEADER = 16;

    int pictures() {
        return HEADER;
    }

    int flow() {
        return pictures() + shown() * Example.PICTURE * Example.PICTURE * 3;
    }

    private int shown() {
        return filmed ? frames : 0;
    }

    int mel() {
        return flow() + shown() * Example.FLOW * Example.FLOW * 2;
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
