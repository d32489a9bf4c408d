package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.Limbs.GRID;
import static org.antiphon.model.flowfield.MotionCodes.CODES;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.antiphon.clip.FlowField;
import org.antiphon.nn.TensorScope;

/** One prior picture, ready to be moved: points in, backward flow to the prior out. */
public final class PriorMotion {

    /** Height and width of the prior as the networks see it. */
    public static final int PICTURE = Limbs.PICTURE;

    /** Height and width of the flow. */
    public static final int SIZE = GRID;

    private static final int BATCH = 8;

    private final FlowFieldModel model;
    private final float[] prior;
    private final float[] source;
    private final float[] instrument;

    /**
     * @param prior (3, PICTURE, PICTURE) in [-1, 1]
     * @param source x and y of the prior's 24 points
     * @param instrument probabilities of violin, cello, vibraphone, piano
     * @throws IllegalArgumentException if an array has another length
     */
    public PriorMotion(FlowFieldModel model, float[] prior, float[] source, float[] instrument) {
        if (prior.length != 3 * PICTURE * PICTURE || source.length != CODES || instrument.length != Limbs.INSTRUMENTS) {
            throw new IllegalArgumentException("needs a picture of " + 3 * PICTURE * PICTURE + " values, " + CODES
                    + " coordinates and " + Limbs.INSTRUMENTS + " instruments, got " + prior.length + ", "
                    + source.length + " and " + instrument.length);
        }
        this.model = model;
        this.prior = prior;
        this.source = source;
        this.instrument = instrument;
    }

    /**
     * @param points x and y of the 24 points in each frame, as {@link MotionGenerator} gives them
     * @return the backward flow of frames {@code from} to {@code from + count}; confidence is the probability that
     *     the prior shows the place
     */
    public List<FlowField> flow(NDManager manager, float[] points, int from, int count) {
        List<FlowField> fields = new ArrayList<>();
        for (int at = from; at < from + count; at += BATCH) {
            fields.addAll(batch(manager, points, at, Math.min(BATCH, from + count - at)));
        }
        return fields;
    }

    private List<FlowField> batch(NDManager manager, float[] points, int from, int count) {
        int n = GRID * GRID;
        FlowBatch batch = new FlowBatch(count);
        IntStream.range(0, count).parallel().forEach(i -> {
            int at = (from + i) * CODES;
            batch.set(i, prior, source, Arrays.copyOfRange(points, at, at + CODES), instrument);
        });
        try (TensorScope scope = new TensorScope(manager)) {
            FlowDecoder.Decoded decoded = batch.decode(scope.manager(), model.decoder());
            float[] flow = decoded.flow().toFloatArray();
            float[] odds = decoded.visible().toFloatArray();
            List<FlowField> fields = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                float[] visible = new float[n];
                for (int p = 0; p < n; p++) {
                    visible[p] = (float) (1 / (1 + Math.exp(-odds[i * n + p])));
                }
                fields.add(new FlowField(
                        GRID,
                        GRID,
                        Arrays.copyOfRange(flow, 2 * i * n, (2 * i + 1) * n),
                        Arrays.copyOfRange(flow, (2 * i + 1) * n, (2 * i + 2) * n),
                        visible));
            }
            return fields;
        }
    }
}
