package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.POINTS;

/**
 * The prior's instrument as a frame of reference: its origin is one end of the instrument (the tail, the highest key),
 * its unit the way to the other (the scroll, the lowest key). A note's place on a string or a keyboard is the same
 * there for every camera and every size of player, so motion is generated there and brought back to the picture.
 */
public final class InstrumentFrame {

    private static final int FAR_END = 22;
    private static final int NEAR_END = 23;
    private static final float SHORTEST = 0.1f;

    private final float x;
    private final float y;
    private final float ux;
    private final float uy;

    /**
     * Of a prior whose instrument is too short to tell, the frame is that of the picture: its right edge is the origin,
     * and the unit goes across it to the left.
     *
     * @param points x and y of the prior's 24 points, 0 to 1 of the square picture
     */
    public InstrumentFrame(float[] points) {
        float dx = points[2 * FAR_END] - points[2 * NEAR_END];
        float dy = points[2 * FAR_END + 1] - points[2 * NEAR_END + 1];
        boolean known = Math.hypot(dx, dy) >= SHORTEST;
        x = known ? points[2 * NEAR_END] : 1;
        y = known ? points[2 * NEAR_END + 1] : 0.5f;
        ux = known ? dx : -1;
        uy = known ? dy : 0;
    }

    /** Points of the picture in this frame: along the instrument, and across it. */
    public float[] inside(float[] points) {
        float[] out = new float[points.length];
        float squared = ux * ux + uy * uy;
        for (int i = 0; i < points.length; i += 2) {
            float dx = points[i] - x;
            float dy = points[i + 1] - y;
            out[i] = (dx * ux + dy * uy) / squared;
            out[i + 1] = (dx * uy - dy * ux) / squared;
        }
        return out;
    }

    /** The inverse of {@link #inside}. */
    public float[] outside(float[] own) {
        float[] out = new float[own.length];
        for (int i = 0; i < own.length; i += 2) {
            out[i] = x + own[i] * ux + own[i + 1] * uy;
            out[i + 1] = y + own[i] * uy - own[i + 1] * ux;
        }
        return out;
    }

    /** Length of its unit in picture widths. */
    public float unit() {
        return (float) Math.hypot(ux, uy);
    }

    /** Points of one frame in this frame, those that are no body at the origin: what the networks are told of a prior. */
    public float[] told(float[] points) {
        float[] own = inside(points);
        for (int p = 0; p < POINTS; p++) {
            if (!MotionCodes.moves(p)) {
                own[2 * p] = 0;
                own[2 * p + 1] = 0;
            }
        }
        return own;
    }
}
