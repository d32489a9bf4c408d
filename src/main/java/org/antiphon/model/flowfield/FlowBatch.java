package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.Limbs.CANDIDATES;
import static org.antiphon.model.flowfield.Limbs.FEATURES;
import static org.antiphon.model.flowfield.Limbs.GRID;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Pictures and points of several recordings, described for one call of the flow decoder. */
public final class FlowBatch {

    private final int size;
    private final float[] features;
    private final float[] candidates;

    public FlowBatch(int size) {
        this.size = size;
        features = new float[size * FEATURES * GRID * GRID];
        candidates = new float[size * CANDIDATES * 2 * GRID * GRID];
    }

    /** Sets item {@code i}, which several threads may do for different items; see {@link PriorMotion} for the arrays. */
    public void set(int i, float[] prior, float[] source, float[] target, float[] instrument) {
        Limbs.describe(
                prior,
                source,
                target,
                instrument,
                features,
                i * FEATURES * GRID * GRID,
                candidates,
                i * CANDIDATES * 2 * GRID * GRID);
    }

    public FlowDecoder.Decoded decode(NDManager manager, FlowDecoder decoder) {
        NDArray described = manager.create(features, new Shape(size, FEATURES, GRID, GRID));
        return decoder.apply(described, manager.create(candidates, new Shape(size, CANDIDATES, 2, GRID, GRID)));
    }
}
