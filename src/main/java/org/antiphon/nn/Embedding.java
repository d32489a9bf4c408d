package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/** A trained vector for each of a number of symbols; weight (symbols, dim). */
public final class Embedding {

    private final NDArray weight;

    public Embedding(Weights.Scope scope, int symbols, int dim) {
        weight = scope.normal("weight", 1 / Math.sqrt(dim), symbols, dim);
    }

    /** @param symbols whole numbers of any shape */
    public NDArray apply(NDArray symbols) { // (...) → (..., dim)
        return ai.djl.nn.core.Embedding.embedding(symbols, weight, SparseFormat.DENSE)
                .singletonOrThrow();
    }
}
