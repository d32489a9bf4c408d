package org.antiphon.model.flowfield;

/**
 * The motion of a player in one frame: displacement (along, across) of each of {@link #POINTS} control points from where
 * it is in the prior picture, in the prior's {@link InstrumentFrame}. Points: joints 0 neck, 1 to 3 right shoulder, elbow, wrist,
 * 4 to 6 the left ones, 7 to 11 right fingertips, 12 to 16 left fingertips; tools 17 and 18 (frog and tip of a bow, or
 * right and left mallet head or playing fingertip), 19 contact, 20 pressing finger, 21 head, 22 and 23 the ends of the
 * instrument.
 */
public final class MotionCodes {

    public static final int POINTS = 24;

    /** Numbers a frame: x and y of each point. */
    public static final int CODES = 2 * POINTS;

    private MotionCodes() {}

    /** Whether a point is part of a body. Contact and pressing finger are places; they come and go between notes. */
    public static boolean moves(int point) {
        return point != 19 && point != 20;
    }

    /** Whether a point belongs to the player or what is held, and not to the instrument that motion is measured by. */
    static boolean ofBody(int point) {
        return moves(point) && point != 22 && point != 23;
    }
}
