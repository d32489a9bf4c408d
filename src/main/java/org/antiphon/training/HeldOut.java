package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.antiphon.nn.TensorScope;

/** How most objectives are validated: by their own losses on a few batches that are the same at every call. */
public final class HeldOut {

    private static final int BATCHES = 4;
    private static final long SEED = 7;

    private HeldOut() {}

    /**
     * Mean of every part of the losses, named {@code held-out-PART}. Arrays of a batch are freed before the next.
     *
     * @param losses of a batch that is drawn at random from held-out recordings and made on the manager
     */
    public static Map<String, Double> mean(NDManager scope, BiFunction<NDManager, RandomGenerator, Losses> losses) {
        RandomGenerator random = new SplittableRandom(SEED);
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < BATCHES; i++) {
            try (TensorScope batch = new TensorScope(scope)) {
                losses.apply(batch.manager(), random)
                        .parts()
                        .forEach((name, value) ->
                                sums.merge("held-out-" + name, Replicas.scalar(value) / BATCHES, Double::sum));
            }
        }
        return sums;
    }
}
