package org.antiphon.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.nn.Scalars;

/**
 * One objective on each of several devices: every step each takes a batch of its own, gradients are averaged on the first,
 * and the others' weights follow the first's (synchronous data parallelism). The step is launched device by device from one
 * thread, because the engine collects gradients for one thread at a time; devices that compute by themselves overlap.
 */
final class Replicas {

    private final List<Objective> objectives;

    Replicas(List<Objective> objectives) {
        this.objectives = List.copyOf(objectives);
    }

    Objective first() {
        return objectives.get(0);
    }

    /** To be called whenever the first one's weights were loaded. */
    void follow() {
        for (Objective other : objectives.subList(1, objectives.size())) {
            Map<String, NDArray> own = first().weights().all();
            other.weights().all().forEach((name, array) -> {
                NDArray followed = own.get(name).stopGradient();
                array.subi(array.stopGradient()).addi(followed.toDevice(array.getDevice(), false));
            });
        }
    }

    void requireGradients() {
        objectives.forEach(objective -> objective.weights().requireGradients());
    }

    /**
     * Leaves the mean gradient in the first one's weights.
     *
     * @param scope on the first device
     * @return mean losses by name, {@code loss} the total
     */
    Map<String, Double> step(NDManager scope, long step, RandomGenerator random) {
        Map<String, Double> means = new LinkedHashMap<>();
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            for (Objective objective : objectives) {
                NDManager manager = objective == first() ? scope : scope.newSubManager(deviceOf(objective));
                Losses losses = objective.step(manager, step, random);
                collector.backward(losses.total());
                means.merge("loss", scalar(losses.total()) / objectives.size(), Double::sum);
                losses.parts()
                        .forEach((name, value) -> means.merge(name, scalar(value) / objectives.size(), Double::sum));
            }
        }
        gather();
        return means;
    }

    private static ai.djl.Device deviceOf(Objective objective) {
        return objective.weights().manager().getDevice();
    }

    private void gather() {
        if (objectives.size() == 1) {
            return;
        }
        first().weights().trained().forEach((name, weight) -> {
            NDArray mean = weight.getGradient();
            for (Objective other : objectives.subList(1, objectives.size())) {
                NDArray gradient = other.weights().trained().get(name).getGradient();
                mean.addi(gradient.toDevice(mean.getDevice(), false));
                Scalars.scale(gradient, 0);
            }
            Scalars.scale(mean, 1.0 / objectives.size());
        });
    }

    /** A product of two scalars may come out in double precision; the value is read either way. */
    static double scalar(NDArray value) {
        return value.toType(DataType.FLOAT32, false).getFloat();
    }
}
