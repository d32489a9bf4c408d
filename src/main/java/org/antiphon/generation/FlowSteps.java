package org.antiphon.generation;

import java.util.AbstractList;
import java.util.List;
import org.antiphon.clip.FlowField;

/**
 * Flow from each picture to the one before, out of flow from each picture to a common first one: the difference of
 * neighbours, exact where the flow changes slowly over a grid cell, which is enough to draw arrows. The first is zero.
 */
final class FlowSteps extends AbstractList<FlowField> {

    private final List<FlowField> toFirst;

    FlowSteps(List<FlowField> toFirst) {
        this.toFirst = toFirst;
    }

    @Override
    public FlowField get(int frame) {
        FlowField now = toFirst.get(frame);
        if (frame == 0) {
            return FlowField.zero(now.width(), now.height());
        }
        FlowField before = toFirst.get(frame - 1);
        return new FlowField(
                now.width(),
                now.height(),
                minus(now.dx(), before.dx()),
                minus(now.dy(), before.dy()),
                now.confidence());
    }

    @Override
    public int size() {
        return toFirst.size();
    }

    private static float[] minus(float[] left, float[] right) {
        float[] difference = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }
}
