package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.antiphon.nn.Weights;

/**
 * How far an input lies from what an encoder was trained on: the mean squared deviation of its pooled features from the
 * training set's, in units of the training set's variance per channel (a Mahalanobis distance with a diagonal
 * covariance, Lee et al. 2018), compared with the distances of held-out material; and how often it is right there.
 */
public final class DomainModel {

    private final NDArray mean;
    private final NDArray deviation;
    private final NDArray typical;
    private final NDArray reliability;

    DomainModel(Weights.Scope scope, int dim) {
        mean = scope.buffer("mean", new float[dim], dim);
        float[] ones = new float[dim];
        Arrays.fill(ones, 1);
        deviation = scope.buffer("deviation", ones, dim);
        typical = scope.buffer("typical", new float[] {1, 2}, 2);
        reliability = scope.buffer("reliability", new float[1], 1);
    }

    /**
     * Fits mean and deviation to rows of pooled training features, and typical distances to held-out ones.
     *
     * @param rightness share of what the encoder says of held-out material that is right, 0 to 1
     */
    public void fit(float[][] training, float[][] heldOut, double rightness) {
        reliability.set(FloatBuffer.wrap(new float[] {(float) rightness}));
        int dim = training[0].length;
        float[] m = new float[dim];
        float[] s = new float[dim];
        for (int c = 0; c < dim; c++) {
            double sum = 0;
            double squares = 0;
            for (float[] row : training) {
                sum += row[c];
                squares += (double) row[c] * row[c];
            }
            m[c] = (float) (sum / training.length);
            s[c] = (float) Math.sqrt(Math.max(1e-8, squares / training.length - (double) m[c] * m[c]));
        }
        mean.set(FloatBuffer.wrap(m));
        deviation.set(FloatBuffer.wrap(s));
        double[] distances =
                Arrays.stream(heldOut).mapToDouble(this::distance).sorted().toArray();
        float median = (float) distances[distances.length / 2];
        float high = (float) distances[Math.min(distances.length - 1, distances.length * 95 / 100)];
        typical.set(FloatBuffer.wrap(new float[] {median, Math.max(high, median * 1.05f)}));
    }

    /** Mean squared deviation in training variances; about 1 inside the domain. */
    public double distance(float[] pooled) {
        float[] m = mean.toFloatArray();
        float[] s = deviation.toFloatArray();
        double sum = 0;
        for (int c = 0; c < pooled.length; c++) {
            double z = (pooled[c] - m[c]) / s[c];
            sum += z * z;
        }
        return sum / pooled.length;
    }

    /**
     * How far to trust the encoder with an input: how often it is right inside its domain, up to the distance that 95 of
     * 100 held-out clips stay within, and falling to 0 beyond: half of that at twice the distance. An encoder that has
     * learned nothing is trusted nowhere.
     */
    public double familiarity(float[] pooled) {
        float[] t = typical.toFloatArray();
        double excess = Math.max(0, distance(pooled) - t[1]) / t[1];
        return reliability.toFloatArray()[0] * Math.pow(0.5, excess);
    }
}
