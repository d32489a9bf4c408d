package org.antiphon.model.sampler;

import ai.djl.ndarray.NDArray;
import org.antiphon.nn.Scalars;

/** Which way a sample moves. */
@FunctionalInterface
public interface Velocity {

    /**
     * @param x where the sample is; the result has its shape
     * @param time 0 at the noise, 1 at the data
     */
    NDArray at(NDArray x, double time);

    /**
     * Classifier-free guidance (Ho and Salimans 2022) in velocity form: away from what an uninformed model says.
     *
     * @param strength 1 follows the condition as it is, more exaggerates it
     */
    static Velocity guided(Velocity informed, Velocity uninformed, double strength) {
        if (strength == 1) {
            return informed;
        }
        return (x, time) -> {
            NDArray without = uninformed.at(x, time);
            return without.add(Scalars.times(informed.at(x, time).sub(without), strength));
        };
    }
}
