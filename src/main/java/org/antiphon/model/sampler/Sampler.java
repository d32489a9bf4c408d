package org.antiphon.model.sampler;

import ai.djl.ndarray.NDArray;
import org.antiphon.clip.Progress;
import org.antiphon.nn.Scalars;

/** Follows a velocity from time 0 to 1 in equal steps. */
public enum Sampler {
    /** One evaluation a step; error falls with the number of steps. */
    EULER {
        @Override
        NDArray step(Velocity velocity, NDArray x, double time, double width) {
            return x.add(Scalars.times(velocity.at(x, time), width));
        }
    },
    /** Two evaluations a step; error falls with its square. */
    MIDPOINT {
        @Override
        NDArray step(Velocity velocity, NDArray x, double time, double width) {
            NDArray middle = x.add(Scalars.times(velocity.at(x, time), width / 2));
            return x.add(Scalars.times(velocity.at(middle, time + width / 2), width));
        }
    };

    abstract NDArray step(Velocity velocity, NDArray x, double time, double width);

    /**
     * @param noise the sample at time 0
     * @param progress hears the share of the steps done, under {@code stage}
     * @throws IllegalArgumentException if there is no step
     */
    public NDArray sample(Velocity velocity, NDArray noise, int steps, String stage, Progress progress) {
        if (steps < 1) {
            throw new IllegalArgumentException("sampling needs at least one step, got " + steps);
        }
        NDArray x = noise;
        for (int i = 0; i < steps; i++) {
            x = step(velocity, x, (double) i / steps, 1.0 / steps);
            progress.at(stage, (i + 1.0) / steps);
        }
        return x;
    }
}
