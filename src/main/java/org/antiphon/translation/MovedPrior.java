package org.antiphon.translation;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.FlowField;
import org.antiphon.model.flowfield.PriorMotion;

/** Flow fields of a whole performance, computed by the batch when first asked for; the latest are kept. */
final class MovedPrior extends AbstractList<FlowField> {

    private static final int BATCH = 8;
    private static final int KEPT_BATCHES = 128;

    private final Device device;
    private final PriorMotion motion;
    private final float[] points;
    private final int count;
    private final Map<Integer, List<FlowField>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<FlowField>> eldest) {
            return size() > KEPT_BATCHES;
        }
    };

    /** @param points x and y of the control points in each of {@code count} frames */
    MovedPrior(Device device, PriorMotion motion, float[] points, int count) {
        this.device = device;
        this.motion = motion;
        this.points = points;
        this.count = count;
    }

    @Override
    public FlowField get(int frame) {
        if (frame < 0 || frame >= count) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + count);
        }
        synchronized (kept) {
            int batch = frame / BATCH;
            List<FlowField> fields = kept.get(batch);
            if (fields == null) {
                int from = batch * BATCH;
                fields = device.compute(
                        () -> motion.flow(device.manager(), points, from, Math.min(BATCH, count - from)));
                kept.put(batch, fields);
            }
            return fields.get(frame % BATCH);
        }
    }

    @Override
    public int size() {
        return count;
    }
}
