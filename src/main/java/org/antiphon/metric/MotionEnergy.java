package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.FlowField;

/** How much moves from picture to picture: the mean length of the flow, in pixels of its grid. */
final class MotionEnergy {

    private MotionEnergy() {}

    static float[] of(List<FlowField> motion) {
        float[] energy = new float[motion.size()];
        for (int i = 0; i < energy.length; i++) {
            FlowField field = motion.get(i);
            double sum = 0;
            for (int p = 0; p < field.dx().length; p++) {
                sum += Math.hypot(field.dx()[p], field.dy()[p]);
            }
            energy[i] = (float) (sum / field.dx().length);
        }
        return energy;
    }

    /** The same at twice the rate, each value held. */
    static float[] twice(float[] energy) {
        float[] twice = new float[2 * energy.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = energy[i / 2];
        }
        return twice;
    }
}
