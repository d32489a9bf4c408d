package org.antiphon.training.flowfield;

import java.util.List;
import org.antiphon.clip.FlowField;

/**
 * True backward flow from one frame to another, put together from their flows to the first frame: there by the one,
 * back by the other turned around. Where the chain breaks (hidden in the first frame) nothing is known;
 * the flow to the first frame itself is known everywhere, also of what it does not show.
 *
 * @param size height and width
 * @param flow dx of every pixel, then dy, in pixels
 * @param known 1 where the flow is known
 * @param visible 1 where the source shows the place
 * @param judged 1 where it is known whether it does
 */
record FlowPair(int size, float[] flow, float[] known, float[] visible, float[] judged) {

    private static final float SEEN = 0.5f;

    /** From field {@code target} to field {@code source} of a recording's flows to its first frame. */
    static FlowPair of(List<FlowField> fields, int source, int target) {
        return source == 0 ? direct(fields.get(target)) : chained(fields.get(source), fields.get(target));
    }

    private static FlowPair direct(FlowField field) {
        int n = field.dx().length;
        float[] flow = new float[2 * n];
        System.arraycopy(field.dx(), 0, flow, 0, n);
        System.arraycopy(field.dy(), 0, flow, n, n);
        float[] visible = new float[n];
        float[] ones = new float[n];
        for (int i = 0; i < n; i++) {
            visible[i] = field.confidence()[i] > SEEN ? 1 : 0;
            ones[i] = 1;
        }
        return new FlowPair(field.width(), flow, ones.clone(), visible, ones);
    }

    private static FlowPair chained(FlowField source, FlowField target) {
        int size = target.width();
        int n = size * size;
        int[] origin = turned(source);
        float[] flow = new float[2 * n];
        float[] known = new float[n];
        float[] visible = new float[n];
        float[] judged = new float[n];
        for (int i = 0; i < n; i++) {
            float x = i % size + target.dx()[i];
            float y = i / size + target.dy()[i];
            int at = nearest(x, y, size);
            if (target.confidence()[i] <= SEEN || at < 0) {
                continue;
            }
            judged[i] = 1;
            if (origin[at] >= 0) {
                int from = origin[at];
                known[i] = 1;
                visible[i] = 1;
                flow[i] = target.dx()[i] - source.dx()[from];
                flow[n + i] = target.dy()[i] - source.dy()[from];
            }
        }
        return new FlowPair(size, flow, known, visible, judged);
    }

    /** For each pixel of the first frame, the pixel of this frame that shows it (what moves most wins), or -1. */
    private static int[] turned(FlowField field) {
        int size = field.width();
        int[] origin = new int[size * size];
        float[] speed = new float[origin.length];
        java.util.Arrays.fill(origin, -1);
        for (int i = 0; i < origin.length; i++) {
            float dx = field.dx()[i];
            float dy = field.dy()[i];
            int at = nearest(i % size + dx, i / size + dy, size);
            if (field.confidence()[i] > SEEN && at >= 0 && (origin[at] < 0 || dx * dx + dy * dy > speed[at])) {
                origin[at] = i;
                speed[at] = dx * dx + dy * dy;
            }
        }
        return origin;
    }

    private static int nearest(float x, float y, int size) {
        int column = Math.round(x);
        int row = Math.round(y);
        return column < 0 || row < 0 || column >= size || row >= size ? -1 : row * size + column;
    }
}
