package org.antiphon.model.flowfield;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.antiphon.model.ModelStore;
import org.antiphon.nn.Weights;

/** Both networks of the flow-field family with their weights, and the deviation of each motion code in training. */
public final class FlowFieldModel implements AutoCloseable {

    private final Weights weights;
    private final FlowFieldConfig config;
    private final MotionNetwork motion;
    private final FlowDecoder decoder;
    private final NDArray deviation;

    public static FlowFieldModel open(ModelStore store) {
        return store.open("flowfield", FlowFieldConfig.class, FlowFieldModel::new);
    }

    /** @param weights empty; the model declares its parameters there and closes it */
    public FlowFieldModel(Weights weights, FlowFieldConfig config) {
        this.weights = weights;
        this.config = config;
        motion = new MotionNetwork(weights.root().child("motion"), config);
        decoder = new FlowDecoder(weights.root().child("decoder"), config);
        float[] ones = new float[MotionCodes.CODES];
        Arrays.fill(ones, 1);
        deviation = weights.root().buffer("deviation", ones, 1, MotionCodes.CODES, 1);
    }

    public MotionNetwork motion() {
        return motion;
    }

    public FlowDecoder decoder() {
        return decoder;
    }

    public FlowFieldConfig config() {
        return config;
    }

    public Weights weights() {
        return weights;
    }

    /** Deviation of each code in picture widths, (1, CODES, 1): codes of the networks times this are displacements. */
    public NDArray deviation() {
        return deviation;
    }

    /** @throws IllegalArgumentException if there is not one positive value a code */
    public void calibrate(float[] deviations) {
        for (float value : deviations) {
            if (deviations.length != MotionCodes.CODES || !(value > 0)) {
                throw new IllegalArgumentException(
                        "needs " + MotionCodes.CODES + " positive deviations, got " + Arrays.toString(deviations));
            }
        }
        deviation.set(FloatBuffer.wrap(deviations));
    }

    @Override
    public void close() {
        weights.close();
    }
}
