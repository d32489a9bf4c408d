package org.antiphon.training;

/** Which joints and tool points of a recording are control points, in the order the models use. */
public final class ControlPoints {

    private static final int[] JOINTS = {0, 1, 2, 3, 4, 5, 6, 10, 14, 18, 22, 26, 30, 34, 38, 42, 46};
    private static final int TOOLS = 7;

    private ControlPoints() {}

    /**
     * @param joints (47, 3) in pixels, or null where nobody annotated them
     * @param tools (8, 3) in pixels, or null
     * @return (24, 3): x and y in 0 to 1, confidence
     */
    public static float[] of(float[][] joints, float[][] tools, float width, float height) {
        float[] out = new float[Example.POINTS * 3];
        for (int p = 0; p < Example.POINTS; p++) {
            float[] point = p < JOINTS.length
                    ? joints == null ? null : joints[JOINTS[p]]
                    : tools == null ? null : tools[p - JOINTS.length];
            if (point != null) {
                out[3 * p] = point[0] / width;
                out[3 * p + 1] = point[1] / height;
                out[3 * p + 2] = point[2];
            }
        }
        return out;
    }

    /** The joint of a skeleton that a control point is, or -1 if it is a tool's point. */
    public static int joint(int point) {
        return point < JOINTS.length ? JOINTS[point] : -1;
    }

    /** The number of control points that are joints; the rest are points of tools. */
    public static int joints() {
        return JOINTS.length;
    }

    static int count() {
        return JOINTS.length + TOOLS;
    }
}
