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
import org.antiphon.nn.TransformerLayer;
import org.antiphon.nn.Weights;

/**
 * Pictures and optical flow → features at 50 Hz. A factorised encoder (ViViT, model 2): tokens of a tubelet attend to
 * each other, are summarised, and the summaries attend over time with a bias that falls off with distance, so that
 * windows of any length work. Two latent steps a frame are then refined by convolutions.
 */
public final class VideoEncoder {

    public static final int FRAMES_PER_TUBELET = 2;

    /** Control points that are found in every frame. */
    public static final int POINTS = 24;

    private static final int STEPS_PER_TUBELET = 4;
    private static final int SUMMARY_PER_TOKEN = 32;

    private final VideoEncoderConfig config;
    private final TubeletStem stem;
    private final NDArray positions;
    private final List<TransformerLayer> space = new ArrayList<>();
    private final LayerNorm spaceNorm;
    private final Linear compress;
    private final Linear summarise;
    private final List<TransformerLayer> time = new ArrayList<>();
    private final LayerNorm timeNorm;
    private final Linear spread;
    private final List<ConvNeXtBlock> refine = new ArrayList<>();
    private final ControlPointHead points;
    private final int outputDim;

    /** @param outputDim channels of the features */
    public VideoEncoder(Weights.Scope scope, VideoEncoderConfig config, int outputDim) {
        this.config = config;
        this.outputDim = outputDim;
        stem = new TubeletStem(scope.child("stem"), config.dim());
        positions = scope.normal("positions", 0.02, 1, config.tokens(), config.dim());
        for (int i = 0; i < config.spatialLayers(); i++) {
            space.add(new TransformerLayer(
                    scope.child("space." + i), config.dim(), config.heads(), 4 * config.dim()));
        }
        spaceNorm = new LayerNorm(scope.child("space-norm"), config.dim());
        compress = new Linear(scope.child("compress"), config.dim(), SUMMARY_PER_TOKEN);
        summarise = new Linear(scope.child("summarise"), config.tokens() * SUMMARY_PER_TOKEN, config.timeDim());
        for (int i = 0; i < config.timeLayers(); i++) {
            time.add(new TransformerLayer(
                    scope.child("time." + i), config.timeDim(), config.timeHeads(), 3 * config.timeDim()));
        }
        timeNorm = new LayerNorm(scope.child("time-norm"), config.timeDim());
        spread = new Linear(scope.child("spread"), config.timeDim(), STEPS_PER_TUBELET * outputDim);
        for (int i = 0; i < 2; i++) {
            refine.add(new ConvNeXtBlock(scope.child("refine." + i), outputDim, 3 * outputDim, 7));
        }
        points = new ControlPointHead(scope.child("points"), config.dim(), config.tokensPerSide(), POINTS);
    }

    /**
     * @param features (B, outputDim, 2T) at 50 Hz
     * @param points (B, T, POINTS, 2), x and y in 0 to 1 of the picture
     */
    public record Seen(NDArray features, NDArray points) {}

    /**
     * @param frames (B, T, 3, H, W) in [-1, 1], T even
     * @param flow (B, T, 2, H/2, W/2), flow into each frame, in pixels of its grid divided by 4
     * @throws IllegalArgumentException if the shapes do not fit the config
     */
    public Seen apply(NDArray frames, NDArray flow) {
        Shape shape = frames.getShape();
        long b = shape.get(0);
        long t = shape.get(1);
        int side = config.pictureSize();
        if (t % FRAMES_PER_TUBELET != 0 || shape.get(3) != side || shape.get(4) != side) {
            throw new IllegalArgumentException("frames must be (B, even T, 3, " + side + ", " + side + "), was " + shape);
        }
        long tubelets = t / FRAMES_PER_TUBELET;
        NDArray x = stem.apply(
                frames.reshape(b * tubelets, 6, side, side), flow.reshape(b * tubelets, 4, side / 2, side / 2));
        x = x.add(positions);
        for (TransformerLayer layer : space) {
            x = layer.apply(x); // (B·tubelets, tokens, dim)
        }
        x = spaceNorm.apply(x);
        NDArray found = points.apply(x).reshape(b, t, POINTS, 2);
        NDArray y = summarise.apply(compress.apply(x).reshape(b, tubelets, -1)); // (B, tubelets, timeDim)
        NDArray bias = distanceBias(y, tubelets);
        for (TransformerLayer layer : time) {
            y = layer.apply(y, bias);
        }
        y = spread.apply(timeNorm.apply(y)).reshape(b, tubelets * STEPS_PER_TUBELET, outputDim).transpose(0, 2, 1);
        for (ConvNeXtBlock block : refine) {
            y = block.apply(y); // (B, outputDim, 2T)
        }
        return new Seen(y, found);
    }

    /** −slope·|i − j| per head, slopes 2^(-8h/heads) (ALiBi, Press et al. 2022, made symmetric): (1, heads, N, N). */
    private NDArray distanceBias(NDArray on, long n) {
        int heads = config.timeHeads();
        NDArray place = on.getManager().arange(n).toType(on.getDataType(), false);
        NDArray distance = place.reshape(1, n, 1).sub(place.reshape(1, 1, n)).abs();
        NDList biases = new NDList();
        for (int h = 0; h < heads; h++) {
            biases.add(distance.mul(-Math.pow(2, -8.0 * (h + 1) / heads)));
        }
        return NDArrays.concat(biases, 0).expandDims(0);
    }
}
