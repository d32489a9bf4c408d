package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.nn.Scalars;

/** How far found control points are from the annotated ones. */
final class PointLoss {

    /** Weight of a point that is hidden or out of the picture: where it must be is worth knowing all the same. */
    private static final float HIDDEN = 0.4f;

    private static final double DISTANCE_WEIGHT = 30;

    /** Largest deviation of {@link #blurred}, in picture widths: what a trained eye still errs. */
    private static final double LARGEST_BLUR = 0.008;

    private PointLoss() {}

    /**
     * Cross entropy of the cells with the truth, shared bilinearly among the four nearest cells (so that its mean is
     * the truth), and the distance of the mean. Adds both under {@code cells} and {@code points} to {@code parts}.
     *
     * @param truth (B, T, 24, 3) with confidence
     * @return their weighted sum
     */
    static NDArray of(VideoEncoder.Look look, NDArray truth, int cellsPerSide, Map<String, NDArray> parts) {
        Shape shape = truth.getShape();
        float[] marks = truth.toFloatArray();
        int count = marks.length / 3;
        float[] target = new float[count * cellsPerSide * cellsPerSide];
        float[] weight = new float[count];
        float sum = 0;
        for (int p = 0; p < count; p++) {
            weight[p] = Math.max(HIDDEN, Math.min(1, marks[3 * p + 2]));
            sum += weight[p];
            spread(marks[3 * p], marks[3 * p + 1], weight[p], cellsPerSide, target, p * cellsPerSide * cellsPerSide);
        }
        NDManager manager = truth.getManager();
        NDArray wanted = manager.create(target, look.logProbabilities().getShape());
        NDArray cells = Scalars.times(look.logProbabilities().mul(wanted).sum(), -1 / sum);
        NDArray each = manager.create(weight, new Shape(shape.get(0), shape.get(1), shape.get(2), 1));
        NDArray distance = Scalars.times(
                look.points().sub(truth.get("..., 0:2")).abs().mul(each).sum(), 0.5 / sum);
        parts.put("cells", cells);
        parts.put("points", distance);
        return cells.add(Scalars.times(distance, 2 * DISTANCE_WEIGHT));
    }

    /**
     * Mean distance of points found in another way, in shares of the picture.
     *
     * @param found (B, T, 24, 2)
     * @param truth (B, T, 24, 3) with confidence
     */
    static NDArray distance(NDArray found, NDArray truth) {
        NDArray weight = Scalars.atMost(Scalars.atLeast(truth.get("..., 2:3"), HIDDEN), 1);
        return found.sub(truth.get("..., 0:2")).abs().mul(weight).sum().div(Scalars.times(weight.sum(), 2));
    }

    private static void spread(float x, float y, float weight, int side, float[] target, int at) {
        float u = Math.max(0, Math.min(side - 1.001f, x * side - 0.5f));
        float v = Math.max(0, Math.min(side - 1.001f, y * side - 0.5f));
        int column = (int) u;
        int row = (int) v;
        float right = u - column;
        float low = v - row;
        int cell = at + row * side + column;
        target[cell] = weight * (1 - right) * (1 - low);
        target[cell + 1] = weight * right * (1 - low);
        target[cell + side] = weight * (1 - right) * low;
        target[cell + side + 1] = weight * right * low;
    }

    /**
     * Annotated points as a trained eye might have found them: each window with a deviation of its own.
     *
     * @param truth (B, T, 24, 3)
     * @return (B, T, 24, 2)
     */
    static NDArray blurred(NDArray truth, RandomGenerator random) {
        Shape shape = truth.getShape();
        float[] marks = truth.toFloatArray();
        int windows = (int) shape.get(0);
        int each = marks.length / 3 / windows;
        float[] out = new float[marks.length / 3 * 2];
        for (int w = 0; w < windows; w++) {
            double deviation = LARGEST_BLUR * Math.pow(random.nextDouble(), 2);
            for (int p = w * each; p < (w + 1) * each; p++) {
                out[2 * p] = (float) (marks[3 * p] + deviation * random.nextGaussian());
                out[2 * p + 1] = (float) (marks[3 * p + 1] + deviation * random.nextGaussian());
            }
        }
        return truth.getManager().create(out, new Shape(shape.get(0), shape.get(1), shape.get(2), 2));
    }
}
