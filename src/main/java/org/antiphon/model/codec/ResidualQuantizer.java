package org.antiphon.model.codec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Vector quantisation in stages (Zeghidour et al. 2021, SoundStream, algorithm 1): each codebook names the vector that
 * is nearest to what the codebooks before it left over. Codebooks are buffers: no gradient moves them, they follow the
 * means of what falls to them, see {@code training.codec}.
 */
public final class ResidualQuantizer {

    private static final double FIRST = 0.1; // deviation of vectors that have learned nothing yet

    private final List<NDArray> codebooks = new ArrayList<>();
    private final List<NDArray> usage = new ArrayList<>();

    ResidualQuantizer(Weights.Scope scope, int codebooks, int entries, int codeDim) {
        for (int k = 0; k < codebooks; k++) {
            SplittableRandom random = new SplittableRandom(k);
            float[] values = new float[entries * codeDim];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (FIRST * random.nextGaussian());
            }
            this.codebooks.add(scope.buffer("codebook" + k, values, entries, codeDim));
            usage.add(scope.buffer("usage" + k, new float[entries], entries));
        }
    }

    public int codebooks() {
        return codebooks.size();
    }

    /** The vectors of a codebook, (entries, codeDim). */
    public NDArray codebook(int k) {
        return codebooks.get(k);
    }

    /** How often each vector of a codebook was nearest of late, in vectors a training step, (entries); zero before training. */
    public NDArray usage(int k) {
        return usage.get(k);
    }

    /** Index of the nearest vector for each row of (N, codeDim) → (N), whole numbers. */
    public NDArray nearest(int k, NDArray rows) {
        NDArray codebook = codebooks.get(k);
        NDArray likeness = Scalars.times(rows.matMul(codebook.transpose()), 2)
                .sub(codebook.square().sum(new int[] {1}).reshape(1, -1)); // |r|² − |r − c|²
        return likeness.argMax(1);
    }

    /** The vectors of indices (N) → (N, codeDim). */
    public NDArray vectors(int k, NDArray indices) {
        return Embedding.embedding(indices, codebooks.get(k), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    /** Indices for each row of (N, codeDim), one array (N) a codebook. */
    public List<NDArray> quantize(NDArray rows) {
        List<NDArray> indices = new ArrayList<>();
        NDArray left = rows;
        for (int k = 0; k < codebooks.size(); k++) {
            NDArray index = nearest(k, left);
            left = left.sub(vectors(k, index));
            indices.add(index);
        }
        return indices;
    }

    /** The sum of the vectors that indices (N) of the first codebooks name, (N, codeDim). */
    public NDArray sum(List<NDArray> indices) {
        NDArray sum = vectors(0, indices.get(0));
        for (int k = 1; k < indices.size(); k++) {
            sum = sum.add(vectors(k, indices.get(k)));
        }
        return sum;
    }
}
