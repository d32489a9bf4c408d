package org.antiphon.clip;

/**
 * The one place where lengths are computed: a clip of {@code videoFrames} frames at 25 per second has twice as many
 * latent steps (50 Hz), four times as many mel frames (100 Hz) and 960 samples a frame (24 kHz).
 */
public record Timeline(int videoFrames) {

    public static final int LATENT_STEPS_PER_FRAME = 2;
    public static final int MEL_FRAMES_PER_FRAME = 4;
    public static final int SAMPLES_PER_FRAME = 960;

    /** @throws IllegalArgumentException if there is no frame */
    public Timeline {
        if (videoFrames <= 0) {
            throw new IllegalArgumentException("a timeline needs at least one video frame, was " + videoFrames);
        }
    }

    /** The shortest timeline that covers {@code samples} samples at 24 kHz. */
    public static Timeline covering(long samples) {
        return new Timeline((int) Math.max(1, (samples + SAMPLES_PER_FRAME - 1) / SAMPLES_PER_FRAME));
    }

    /** The shortest timeline that covers {@code seconds}. */
    public static Timeline coveringSeconds(double seconds) {
        return new Timeline((int) Math.max(1, Math.ceil(seconds * 25 - 1e-6)));
    }

    public int latentSteps() {
        return videoFrames * LATENT_STEPS_PER_FRAME;
    }

    public int melFrames() {
        return videoFrames * MEL_FRAMES_PER_FRAME;
    }

    public int samples() {
        return Math.multiplyExact(videoFrames, SAMPLES_PER_FRAME);
    }

    public double seconds() {
        return videoFrames / 25.0;
    }
}
