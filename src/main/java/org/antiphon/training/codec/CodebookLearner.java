package org.antiphon.training.codec;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import org.antiphon.model.codec.ResidualQuantizer;

/**
 * Moves the vectors of a codebook to the means of what falls to them, forgetting slowly (van den Oord et al. 2017, VQ-VAE,
 * appendix A.1). A vector that nearly nothing falls to begins anew as one of the rows (Dhariwal et al. 2020, Jukebox), and so
 * do all vectors at the start. All that is remembered lies in the quantiser's own buffers, so a checkpoint holds it.
 */
final class CodebookLearner {

    private static final float DECAY = 0.99f;
    private static final float DEAD = 0.03f; // of the even share

    private final ResidualQuantizer quantizer;

    CodebookLearner(ResidualQuantizer quantizer) {
        this.quantizer = quantizer;
    }

    /** Fills a codebook that has seen nothing yet with random rows of (N, codeDim). */
    void begin(int k, NDArray rows, RandomGenerator random) {
        float[] usage = quantizer.usage(k).toFloatArray();
        for (float count : usage) {
            if (count > 0) {
                return;
            }
        }
        float[] values = rows.toFloatArray();
        float[] codebook = quantizer.codebook(k).toFloatArray();
        int dim = codebook.length / usage.length;
        for (int entry = 0; entry < usage.length; entry++) {
            restart(entry, dim, values, codebook, usage, random);
        }
        write(k, codebook, usage);
    }

    /**
     * @param rows (N, codeDim)
     * @param indices (N), the vector that each row fell to
     */
    void learn(int k, NDArray rows, NDArray indices, RandomGenerator random) {
        float[] values = rows.toFloatArray();
        long[] nearest = indices.toLongArray();
        float[] usage = quantizer.usage(k).toFloatArray();
        float[] codebook = quantizer.codebook(k).toFloatArray();
        int dim = codebook.length / usage.length;
        float[] sums = new float[codebook.length];
        float[] counts = new float[usage.length];
        for (int n = 0; n < nearest.length; n++) {
            int entry = (int) nearest[n];
            counts[entry]++;
            for (int i = 0; i < dim; i++) {
                sums[entry * dim + i] += values[n * dim + i];
            }
        }
        float even = (float) nearest.length / usage.length;
        for (int entry = 0; entry < usage.length; entry++) {
            float before = DECAY * usage[entry];
            usage[entry] = before + (1 - DECAY) * counts[entry];
            for (int i = entry * dim; i < (entry + 1) * dim; i++) {
                codebook[i] = (before * codebook[i] + (1 - DECAY) * sums[i]) / usage[entry];
            }
            if (usage[entry] < DEAD * even) {
                restart(entry, dim, values, codebook, usage, random);
            }
        }
        write(k, codebook, usage);
    }

    private static void restart(
            int entry, int dim, float[] rows, float[] codebook, float[] usage, RandomGenerator random) {
        int count = rows.length / dim;
        System.arraycopy(rows, random.nextInt(count) * dim, codebook, entry * dim, dim);
        usage[entry] = (float) count / usage.length;
    }

    private void write(int k, float[] codebook, float[] usage) {
        quantizer.codebook(k).set(FloatBuffer.wrap(codebook));
        quantizer.usage(k).set(FloatBuffer.wrap(usage));
    }
}
