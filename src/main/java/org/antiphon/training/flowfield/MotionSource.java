package org.antiphon.training.flowfield;

import java.util.List;
import org.antiphon.clip.FlowField;

/** A performance to learn motion from: what is heard, where the control points are, and how pixels really moved. */
public interface MotionSource {

    /** Video frames. */
    int frames();

    /** The true latent of {@code count} steps, channel-major. */
    float[] latent(int fromStep, int count);

    /** Control points, row-major (count, 24, 3): x, y in 0 to 1, confidence. */
    float[] points(int fromFrame, int count);

    /** One picture (3, 96, 96) in [-1, 1]. */
    float[] picture(int frame);

    /** What the latent's channels of instruments hold for what is played. */
    float[] instrument();

    /** Frames between two true flow fields; 0 where the flow is not known. */
    int flowStep();

    /** True backward flow to frame 0, one field every {@link #flowStep} frames; empty where nobody knows it. */
    List<FlowField> flow();
}
