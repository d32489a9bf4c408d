package org.antiphon.model.flowfield;

import java.util.Arrays;
import org.antiphon.model.ModelStore;
import org.antiphon.nn.Weights;

/** Both networks of the flow-field family with their weights. */
public final class FlowFieldModel implements AutoCloseable {

    private final Weights weights;
    private final FlowFieldConfig config;
    private final MotionNetwork motion;
    private final FlowDecoder decoder;

    public static FlowFieldModel open(ModelStore store) {
        return store.open("flowfield", FlowFieldConfig.class, FlowFieldModel::new);
    }

    /** @param weights empty; the model declares its parameters there and closes it */
    public FlowFieldModel(Weights weights, FlowFieldConfig config) {
        this.weights = weights;
        this.config = config;
        motion = new MotionNetwork(weights.root().child("motion"), config);
        decoder = new FlowDecoder(weights.root().child("decoder"), config);
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

    /**
     * Tells the motion network what is usual.
     *
     * @param places each code's mean over priors, in the instrument's frame
     * @param deviations each code's deviation from the prior
     * @throws IllegalArgumentException if there is not one place and one positive deviation a code
     */
    public void calibrate(float[] places, float[] deviations) {
        for (float value : deviations) {
            if (deviations.length != MotionCodes.CODES || places.length != MotionCodes.CODES || !(value > 0)) {
                throw new IllegalArgumentException(
                        "needs " + MotionCodes.CODES + " places and positive deviations, got " + Arrays.toString(places)
                                + " and " + Arrays.toString(deviations));
            }
        }
        motion.calibrate(places, deviations);
    }

    @Override
    public void close() {
        weights.close();
    }
}
