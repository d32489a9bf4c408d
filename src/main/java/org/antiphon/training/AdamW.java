package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Safetensors.Tensor;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/** AdamW (Loshchilov and Hutter 2019, algorithm 2) with the gradient clipped to a global norm. */
final class AdamW implements AutoCloseable {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.98;
    private static final double EPSILON = 1e-8;

    private final Weights weights;
    private final double decay;
    private final double clip;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private long updates;

    AdamW(Weights weights, double decay, double clip) {
        this.weights = weights;
        this.decay = decay;
        this.clip = clip;
        weights.trained().forEach((name, array) -> {
            first.put(name, array.zerosLike());
            second.put(name, array.zerosLike());
        });
        first.values().forEach(NDScope::unregister);
        second.values().forEach(NDScope::unregister);
    }

    /** Applies the gradients that were collected and clears them; returns their norm before clipping. */
    double update(double learningRate) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        NDArray squares = null;
        for (Map.Entry<String, NDArray> entry : weights.trained().entrySet()) {
            NDArray gradient = entry.getValue().getGradient();
            gradients.put(entry.getKey(), gradient);
            NDArray square = gradient.square().sum();
            squares = squares == null ? square : squares.add(square);
        }
        double norm = squares == null ? 0 : Math.sqrt(squares.getFloat());
        if (!Double.isFinite(norm)) {
            gradients.values().forEach(gradient -> gradient.set(FloatBuffer.allocate((int) gradient.size())));
            return norm;
        }
        double scale = norm > clip ? clip / norm : 1;
        updates++;
        double bias1 = 1 - Math.pow(BETA1, updates);
        double bias2 = 1 - Math.pow(BETA2, updates);
        gradients.forEach((name, gradient) -> {
            NDArray weight = weights.trained().get(name);
            NDArray scaled = Scalars.times(gradient, scale);
            NDArray m = Scalars.scale(first.get(name), BETA1).addi(Scalars.times(scaled, 1 - BETA1));
            NDArray v = Scalars.scale(second.get(name), BETA2).addi(Scalars.times(scaled.square(), 1 - BETA2));
            if (weight.getShape().dimension() > 1) {
                Scalars.scale(weight, 1 - learningRate * decay);
            }
            NDArray direction = m.div(Scalars.over(v, bias2).sqrt().add(EPSILON));
            weight.subi(Scalars.times(direction, learningRate / bias1));
            Scalars.scale(gradient, 0);
        });
        return norm;
    }

    long updates() {
        return updates;
    }

    Map<String, Tensor> snapshot() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        first.forEach((name, m) -> copy.put("first." + name, tensor(m)));
        second.forEach((name, v) -> copy.put("second." + name, tensor(v)));
        return copy;
    }

    private static Tensor tensor(NDArray array) {
        return new Tensor(array.toFloatArray(), array.getShape().getShape());
    }

    void restore(Map<String, Tensor> values, long updatesSoFar) {
        first.forEach((name, m) ->
                m.set(java.nio.FloatBuffer.wrap(values.get("first." + name).values())));
        second.forEach((name, v) ->
                v.set(java.nio.FloatBuffer.wrap(values.get("second." + name).values())));
        updates = updatesSoFar;
    }

    @Override
    public void close() {
        first.values().forEach(NDArray::close);
        second.values().forEach(NDArray::close);
    }
}
