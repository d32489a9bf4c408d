package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Safetensors.Tensor;

/** Exponential moving average of trained weights: a_t = d a_{t-1} + (1 − d) w_t, with d warmed up as (1+t)/(10+t). */
public final class Ema implements AutoCloseable {

    private final Weights weights;
    private final double decay;
    private final Map<String, NDArray> average = new LinkedHashMap<>();

    public Ema(Weights weights, double decay) {
        this.weights = weights;
        this.decay = decay;
        weights.trained()
                .forEach((name, array) -> average.put(name, array.stopGradient().duplicate()));
        average.values().forEach(ai.djl.ndarray.NDScope::unregister);
    }

    /** To be called after optimizer step {@code step}, counted from 0. */
    public void update(long step) {
        double d = Math.min(decay, (1.0 + step) / (10.0 + step));
        weights.trained()
                .forEach((name, array) -> Scalars.scale(average.get(name), d).addi(Scalars.times(array, 1 - d)));
    }

    /** Exchanges averaged and current weights; calling it twice changes nothing. */
    public void swap() {
        weights.trained().forEach((name, array) -> {
            NDArray other = average.get(name);
            float[] current = array.toFloatArray();
            array.set(java.nio.FloatBuffer.wrap(other.toFloatArray()));
            other.set(java.nio.FloatBuffer.wrap(current));
        });
    }

    public Map<String, Tensor> snapshot() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        average.forEach((name, array) ->
                copy.put(name, new Tensor(array.toFloatArray(), array.getShape().getShape())));
        return copy;
    }

    /** @throws IllegalArgumentException if an average is missing */
    public void restore(Map<String, Tensor> values) {
        average.forEach((name, array) -> {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("average of " + name + " is missing in the checkpoint");
            }
            array.set(java.nio.FloatBuffer.wrap(values.get(name).values()));
        });
    }

    @Override
    public void close() {
        average.values().forEach(NDArray::close);
    }
}
