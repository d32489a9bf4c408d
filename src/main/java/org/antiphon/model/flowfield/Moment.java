package org.antiphon.model.flowfield;

import java.util.OptionalInt;
import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;

/**
 * What is heard about the frame that a prior shows: a stretch of the latent with that frame in its middle. Steps before the
 * performance and after it are 0 in every channel, which no silence is.
 */
public final class Moment {

    /** Steps of the stretch. */
    public static final int STEPS = (2 * MotionNetwork.MOMENT + 1) * Timeline.LATENT_STEPS_PER_FRAME;

    private Moment() {}

    /** First step of the stretch about a frame; negative near the beginning. */
    public static int firstStep(int frame) {
        return (frame - MotionNetwork.MOMENT) * Timeline.LATENT_STEPS_PER_FRAME;
    }

    /**
     * @param latent channel-major (CHANNELS, steps)
     * @param shown the frame that the prior shows; empty if nobody knows it
     * @return channel-major (CHANNELS, STEPS), all 0 if nobody knows the frame
     */
    public static float[] of(float[] latent, int steps, OptionalInt shown) {
        float[] out = new float[LatentLayout.CHANNELS * STEPS];
        if (shown.isPresent()) {
            int first = firstStep(shown.getAsInt());
            int from = Math.max(0, first);
            int to = Math.min(steps, first + STEPS);
            for (int c = 0; c < LatentLayout.CHANNELS && to > from; c++) {
                System.arraycopy(latent, c * steps + from, out, c * STEPS + from - first, to - from);
            }
        }
        return out;
    }
}
