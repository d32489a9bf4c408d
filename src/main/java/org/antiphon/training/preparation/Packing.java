package org.antiphon.training.preparation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.antiphon.clip.FlowField;
import org.antiphon.nn.Half;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.Section.Sizes;

/** Values as the bytes of a shard's items. */
final class Packing {

    /** Flow is stored in eighths of a pixel. */
    private static final float FLOW_UNIT = 8;

    private Packing() {}

    static byte[] flow(FlowField field) {
        byte[] out = new byte[Section.FLOW.itemBytes()];
        for (int p = 0; p < field.dx().length; p++) {
            out[2 * p] = quantised(field.dx()[p]);
            out[2 * p + 1] = quantised(field.dy()[p]);
        }
        return out;
    }

    private static byte quantised(float pixels) {
        return (byte) Math.max(-127, Math.min(127, Math.round(pixels * FLOW_UNIT)));
    }

    /** {@code count} values from {@code from} on as halves. */
    static byte[] halves(float[] values, int from, int count) {
        ByteBuffer out = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            out.putShort(Half.fromFloat(values[from + i]));
        }
        return out.array();
    }

    /** {@code count} samples from {@code from} on as 16-bit words, silence where there are none. */
    static byte[] samples(float[] samples, int from, int count) {
        ByteBuffer out = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float value = from + i < samples.length ? samples[from + i] : 0;
            out.putShort((short) Math.round(Math.max(-1, Math.min(1, value)) * 32767));
        }
        return out.array();
    }

    /** Rows of three values, one after another, as halves. */
    static byte[] points(float[][] points) {
        float[] flat = new float[points.length * 3];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = points[i / 3][i % 3];
        }
        return halves(flat, 0, flat.length);
    }

    static byte[] trueFlow(FlowField field) {
        int pixels = Sizes.TRUE_FLOW * Sizes.TRUE_FLOW;
        ByteBuffer out = ByteBuffer.allocate(Section.TRUE_FLOW.itemBytes()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(halves(field.dx(), 0, pixels)).put(halves(field.dy(), 0, pixels));
        for (int i = 0; i < pixels; i++) {
            out.put((byte) Math.round(field.confidence()[i] * 255));
        }
        return out.array();
    }
}
