package org.antiphon.model.flowfield;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.antiphon.nn.Conv2d;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Which pixel goes with which limb: a small U-Net weighs the candidate displacements of {@link Limbs} by a softmax, adds
 * what none of them explains, and says whether the prior shows the pixel at all (dense motion by parts as in Siarohin
 * et al. 2019, with annotated points in place of learned ones).
 */
public final class FlowDecoder {

    private static final float NEAR = 4;
    private static final float REST = 0.2f;

    private final Conv2d full;
    private final Conv2d half;
    private final Conv2d halfMore;
    private final Conv2d quarter;
    private final Conv2d quarterMore;
    private final Conv2d eighth;
    private final Conv2d eighthMore;
    private final Conv2d toQuarter;
    private final Conv2d toHalf;
    private final Conv2d toFull;
    private final Conv2d output;

    FlowDecoder(Weights.Scope scope, FlowFieldConfig config) {
        int a = config.decoderWidth();
        int b = a * 5 / 3;
        int c = a * 8 / 3;
        full = new Conv2d(scope.child("full"), Limbs.FEATURES, a, 3, 1, 1, 1);
        half = new Conv2d(scope.child("half"), a, b, 3, 2, 1, 1);
        halfMore = new Conv2d(scope.child("half-more"), b, b, 3, 1, 1, 1);
        quarter = new Conv2d(scope.child("quarter"), b, c, 3, 2, 1, 1);
        quarterMore = new Conv2d(scope.child("quarter-more"), c, c, 3, 1, 1, 1);
        eighth = new Conv2d(scope.child("eighth"), c, c, 3, 2, 1, 1);
        eighthMore = new Conv2d(scope.child("eighth-more"), c, c, 3, 1, 1, 1);
        toQuarter = new Conv2d(scope.child("to-quarter"), 2 * c, c, 3, 1, 1, 1);
        toHalf = new Conv2d(scope.child("to-half"), c + b, b, 3, 1, 1, 1);
        toFull = new Conv2d(scope.child("to-full"), b + a, a, 3, 1, 1, 1);
        output = new Conv2d(scope.child("output"), a, Limbs.CANDIDATES + 3, 3, 1, 1, 1);
    }

    /**
     * @param flow (N, 2, GRID, GRID) backward flow in pixels of the grid
     * @param visible (N, GRID, GRID) log-odds that the prior shows what is here
     */
    public record Decoded(NDArray flow, NDArray visible) {}

    /**
     * @param features (N, FEATURES, GRID, GRID)
     * @param candidates (N, CANDIDATES, 2, GRID, GRID)
     */
    public Decoded apply(NDArray features, NDArray candidates) {
        NDArray e0 = Activation.gelu(full.apply(features)); // (N, a, 64, 64)
        NDArray e1 = Activation.gelu(half.apply(e0));
        e1 = e1.add(Activation.gelu(halfMore.apply(e1))); // (N, b, 32, 32)
        NDArray e2 = Activation.gelu(quarter.apply(e1));
        e2 = e2.add(Activation.gelu(quarterMore.apply(e2))); // (N, c, 16, 16)
        NDArray e3 = Activation.gelu(eighth.apply(e2));
        e3 = e3.add(Activation.gelu(eighthMore.apply(e3))); // (N, c, 8, 8)
        NDArray d2 = Activation.gelu(toQuarter.apply(join(e3, e2)));
        NDArray d1 = Activation.gelu(toHalf.apply(join(d2, e1)));
        NDArray d0 = Activation.gelu(toFull.apply(join(d1, e0)));
        NDArray out = Scalars.times(output.apply(d0), 0.5); // (N, CANDIDATES + 3, 64, 64)
        NDArray weight =
                out.get(":, 0:" + Limbs.CANDIDATES).add(nearness(features)).softmax(1);
        NDArray flow = weight.expandDims(2).mul(candidates).sum(new int[] {1});
        NDArray rest = Scalars.times(out.get(":, " + Limbs.CANDIDATES + ":" + (Limbs.CANDIDATES + 2)), REST);
        return new Decoded(
                flow.add(rest),
                Scalars.times(out.get(":, " + (Limbs.CANDIDATES + 2)), 2).add(2f));
    }

    /** A first guess of the weights before anything is learned: the nearer a limb, the more its own motion counts. */
    private static NDArray nearness(NDArray features) {
        Shape shape = features.getShape();
        long n = shape.get(0);
        NDArray near = features.get(":, 0:" + 5 * Limbs.COUNT)
                .reshape(n, Limbs.COUNT, 5, shape.get(2), shape.get(3))
                .get(":, :, 0")
                .sub(0.5f);
        NDArray still = features.getManager().zeros(new Shape(n, 1, shape.get(2), shape.get(3)));
        return NDArrays.concat(new NDList(still, Scalars.times(near, NEAR)), 1);
    }

    private static NDArray join(NDArray small, NDArray large) {
        Shape s = small.getShape();
        NDArray up = small.reshape(s.get(0), s.get(1), s.get(2), 1, s.get(3), 1)
                .broadcast(new Shape(s.get(0), s.get(1), s.get(2), 2, s.get(3), 2))
                .reshape(s.get(0), s.get(1), 2 * s.get(2), 2 * s.get(3));
        return NDArrays.concat(new NDList(up, large), 1);
    }
}
