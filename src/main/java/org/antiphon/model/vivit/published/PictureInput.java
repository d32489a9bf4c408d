package org.antiphon.model.vivit.published;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Square pictures that are tensors already → the numbers that a checkpoint takes, by its {@link PixelRule}: the same
 * triangle filter as {@link PixelMaker}'s, as two products of matrices and without its rounding to 8 bits.
 */
public final class PictureInput {

    private static final int DARKEST = 0;
    private static final int BRIGHTEST = 255;

    private final PixelRule rule;
    private final VivitSizes sizes;

    public PictureInput(PixelRule rule, VivitSizes sizes) {
        this.rule = rule;
        this.sizes = sizes;
    }

    /**
     * @param frames (B, T, 3, side, side) in [-1, 1]
     * @return (B, T, 3, height, width)
     */
    public NDArray apply(NDArray frames) {
        Shape shape = frames.getShape();
        long b = shape.get(0);
        long t = shape.get(1);
        int side = (int) shape.get(3);
        NDManager manager = frames.getManager();
        NDArray rows = matrix(
                manager, side, rule.shortestEdge() > 0 ? rule.shortestEdge() : rule.fixedHeight(), sizes.height());
        NDArray columns =
                matrix(manager, side, rule.shortestEdge() > 0 ? rule.shortestEdge() : rule.fixedWidth(), sizes.width());
        NDArray wide = frames.reshape(b * t * 3, side, side).matMul(columns.transpose()); // (N, side, W)
        NDArray resized = rows.matMul(wide).reshape(b, t, 3, sizes.height(), sizes.width());
        float[] factor = new float[3];
        float[] offset = new float[3];
        for (int c = 0; c < 3; c++) {
            double low = rule.value(DARKEST, c);
            double high = rule.value(BRIGHTEST, c);
            factor[c] = (float) ((high - low) / 2);
            offset[c] = (float) ((high + low) / 2);
        }
        Shape perChannel = new Shape(1, 1, 3, 1, 1);
        return resized.mul(manager.create(factor, perChannel)).add(manager.create(offset, perChannel));
    }

    /** From {@code source} to {@code wanted} pixels: the middle of {@code edge}, or all where that is less. */
    private NDArray matrix(NDManager manager, int source, int edge, int wanted) {
        int target = rule.resize() && rule.crop() ? Math.max(edge, wanted) : wanted;
        float[] values = TriangleFilter.matrix(source, target, (target - wanted) / 2, wanted);
        return manager.create(values, new Shape(wanted, source));
    }
}
