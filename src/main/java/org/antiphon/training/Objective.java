package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.nn.Weights;

/** What one model family learns: its weights, the loss of a random batch, and how it is validated and saved. */
public interface Objective extends AutoCloseable {

    Weights weights();

    /**
     * Forward pass on a fresh random batch. Arrays must be made on {@code scope}; everything random comes from
     * {@code random}.
     */
    Losses step(NDManager scope, long step, RandomGenerator random);

    /** Held-out measures by name, with averaged weights in place; the same batches at every call. */
    Map<String, Double> validate(NDManager scope);

    /** Writes what belongs to the model besides its weights: {@code config.json} at least. */
    void save(Path folder) throws IOException;

    @Override
    void close();
}
