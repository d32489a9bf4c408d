package org.antiphon.model.vivit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TransformerLayer;
import org.antiphon.nn.Weights;

/**
 * Pictures and optical flow → features at 50 Hz. A factorised encoder (ViViT, model 2): tokens of a tubelet attend to
 * each other; then frames attend to each other with a bias that falls off with distance, so that windows of any length
 * work. Between the two stands the player's skeleton: control points are found in every frame, and their geometry, with
 * what is seen at each point and in the whole picture, is what goes on over time.
 */
public final class VideoEncoder {

    public static final int FRAMES_PER_TUBELET = 2;

    /** Control points that are found in every frame. */
    public static final int POINTS = 24;

    private static final int STEPS_PER_FRAME = 2;
    private static final int SUMMARY_PER_TOKEN = 16;
    private static final int KERNEL = 7;

    private final VideoEncoderConfig config;
    private final int outputDim;
    private final TubeletStem stem;
    private final NDArray positions;
    private final List<TransformerLayer> space = new ArrayList<>();
    private final LayerNorm spaceNorm;
    private final ControlPointHead points;
    private final Linear compress;
    private final Linear summarise;
    private final Linear looks;
    private final Linear skeleton;
    private final List<ConvNeXtBlock> blocks = new ArrayList<>();
    private final List<TransformerLayer> time = new ArrayList<>();
    private final LayerNorm timeNorm;
    private final Linear spread;
    private final List<ConvNeXtBlock> refine = new ArrayList<>();

    /** @param outputDim channels of the features */
    public VideoEncoder(Weights.Scope scope, VideoEncoderConfig config, int outputDim) {
        this.config = config;
        this.outputDim = outputDim;
        stem = new TubeletStem(scope.child("stem"), config.fineDim(), config.dim());
        positions = scope.normal("positions", 0.02, 1, config.tokens(), config.dim());
        for (int i = 0; i < config.spatialLayers(); i++) {
            space.add(new TransformerLayer(scope.child("space." + i), config.dim(), config.heads(), 4 * config.dim()));
        }
        spaceNorm = new LayerNorm(scope.child("space-norm"), config.dim());
        points = new ControlPointHead(scope.child("points"), config, POINTS);
        compress = new Linear(scope.child("compress"), config.dim(), SUMMARY_PER_TOKEN);
        int timeDim = config.timeDim();
        summarise = new Linear(
                scope.child("summarise"), config.tokens() * SUMMARY_PER_TOKEN, FRAMES_PER_TUBELET * timeDim, 1e-3);
        looks = new Linear(scope.child("looks"), POINTS * config.fineDim(), timeDim, 1e-3);
        skeleton = new Linear(scope.child("skeleton"), PlayerGeometry.FEATURES, timeDim);
        for (int i = 0; i < config.timeBlocks(); i++) {
            blocks.add(new ConvNeXtBlock(scope.child("blocks." + i), timeDim, 3 * timeDim, KERNEL));
        }
        for (int i = 0; i < config.timeLayers(); i++) {
            time.add(new TransformerLayer(scope.child("time." + i), timeDim, config.timeHeads(), 3 * timeDim));
        }
        timeNorm = new LayerNorm(scope.child("time-norm"), timeDim);
        spread = new Linear(scope.child("spread"), timeDim, STEPS_PER_FRAME * outputDim);
        for (int i = 0; i < (config.timeBlocks() + 1) / 2; i++) {
            refine.add(new ConvNeXtBlock(scope.child("refine." + i), outputDim, 3 * outputDim, KERNEL));
        }
    }

    /**
     * What is to be seen in each frame by itself.
     *
     * @param points (B, T, POINTS, 2), x and y in 0 to 1 of the picture, or beyond its edge
     * @param logProbabilities (B, T, POINTS, cells): where each point is, over cells of 4×4 pixels; null
     *     where an encoder does not tell
     * @param evidence (B, T, timeDim): what is seen at the points and in the whole picture, or what another encoder saw
     */
    public record Look(NDArray points, NDArray logProbabilities, NDArray evidence) {

        /** How spread out each point's probability is: its entropy in nats, (B, T, POINTS). */
        public NDArray doubt() {
            NDArray log = logProbabilities.stopGradient();
            return log.exp().mul(log).sum(new int[] {3}).neg();
        }
    }

    /**
     * @param frames (B, T, 3, H, W) in [-1, 1], T even
     * @param flow (B, T, 2, H/2, W/2), flow into each frame, in pixels of its grid divided by 4
     * @throws IllegalArgumentException if the shapes do not fit the config
     */
    public Look look(NDArray frames, NDArray flow) {
        Shape shape = frames.getShape();
        long b = shape.get(0);
        long t = shape.get(1);
        int side = config.pictureSize();
        if (t % FRAMES_PER_TUBELET != 0 || shape.get(3) != side || shape.get(4) != side) {
            throw new IllegalArgumentException(
                    "frames must be (B, even T, 3, " + side + ", " + side + "), was " + shape);
        }
        long tubelets = b * t / FRAMES_PER_TUBELET;
        TubeletStem.Maps maps =
                stem.apply(frames.reshape(tubelets, 6, side, side), flow.reshape(tubelets, 4, side / 2, side / 2));
        NDArray x = maps.patches().add(positions);
        for (TransformerLayer layer : space) {
            x = layer.apply(x); // (tubelets, tokens, dim)
        }
        x = spaceNorm.apply(x);
        ControlPointHead.Found found = points.apply(maps, x);
        NDArray whole = summarise.apply(compress.apply(x).reshape(tubelets, -1)).reshape(b, t, config.timeDim());
        return new Look(
                found.points().reshape(b, t, POINTS, 2),
                found.logProbabilities().reshape(b, t, POINTS, -1),
                whole.add(looks.apply(found.looks().reshape(b, t, -1))));
    }

    /**
     * What happens over time.
     *
     * @param points (B, T, POINTS, 2); no gradient passes to them
     * @param evidence (B, T, timeDim) as {@link Look} holds it, or null where there are no pictures
     * @return (B, outputDim, 2T) at 50 Hz
     */
    public NDArray follow(NDArray points, NDArray evidence) {
        long b = points.getShape().get(0);
        long t = points.getShape().get(1);
        NDArray x = skeleton.apply(PlayerGeometry.features(points)); // (B, T, timeDim)
        x = (evidence == null ? x : x.add(evidence)).transpose(0, 2, 1);
        for (ConvNeXtBlock block : blocks) {
            x = block.apply(x); // (B, timeDim, T)
        }
        x = x.transpose(0, 2, 1);
        NDArray bias = distanceBias(x, t);
        for (TransformerLayer layer : time) {
            x = layer.apply(x, bias);
        }
        NDArray y = spread.apply(timeNorm.apply(x))
                .reshape(b, t * STEPS_PER_FRAME, outputDim)
                .transpose(0, 2, 1);
        for (ConvNeXtBlock block : refine) {
            y = block.apply(y); // (B, outputDim, 2T)
        }
        return y;
    }

    /** −slope·|i − j| per head, slopes 2^(-8h/heads) (ALiBi, Press et al. 2022, made symmetric): (1, heads, N, N). */
    private NDArray distanceBias(NDArray on, long n) {
        int heads = config.timeHeads();
        NDArray place = on.getManager().arange(n).toType(on.getDataType(), false);
        NDArray distance = place.reshape(1, n, 1).sub(place.reshape(1, 1, n)).abs();
        NDList biases = new NDList();
        for (int h = 0; h < heads; h++) {
            biases.add(Scalars.times(distance, -Math.pow(2, -8.0 * (h + 1) / heads)));
        }
        return NDArrays.concat(biases, 0).expandDims(0);
    }
}
