package org.antiphon.clip;

/**
 * The 47 joints of one player in one picture, in Solos' order: 0 neck; 1–3 right and 4–6 left shoulder, elbow, wrist;
 * 7–26 right hand, 27–46 left hand, five fingers of four joints each from the thumb. Coordinates in pixels of the
 * picture; confidence 0 means the joint was not seen.
 */
public record Skeleton(float[] x, float[] y, float[] confidence) {

    public static final int JOINTS = 47;

    /** @throws IllegalArgumentException if an array does not hold 47 values */
    public Skeleton {
        if (x.length != JOINTS || y.length != JOINTS || confidence.length != JOINTS) {
            throw new IllegalArgumentException("a skeleton has 47 joints, got " + x.length + ", " + y.length + " and "
                    + confidence.length + " values");
        }
    }
}
