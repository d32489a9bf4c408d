package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.AdaLayerNorm;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.TimeEmbedding;
import org.antiphon.nn.Weights;

/**
 * Motion codes at 25 frames a second from the latent at 50 Hz and the prior's control points: a regression says what
 * motion to expect, and a velocity for flow matching (Lipman et al. 2023) says how it varies around that. Both are
 * ConvNeXt stacks with dilated kernels and adaptive norms; codes are in units of each code's own deviation. Where a note
 * is played is a place, not a way from where the prior stands: each code learns how much of the prior's own place to take
 * away again. What the points of a picture cannot tell, how far its player leans, is heard at the moment the picture shows:
 * where that moment is known, the same stack listens there too.
 */
public final class MotionNetwork {

    private static final int FOLD = Timeline.LATENT_STEPS_PER_FRAME;
    private static final int PRIOR_DIM = 64;
    private static final int MOMENT_DIM = 128;

    /** Frames heard before and after the moment that a prior shows. */
    static final int MOMENT = 32;

    private final NDArray heard;
    private final NDArray typical;
    private final NDArray deviation;
    private final NDArray anchor;
    private final Conv1d input;
    private final Linear priorFirst;
    private final Linear priorSecond;
    private final List<ConvNeXtBlock> blocks = new ArrayList<>();
    private final List<AdaLayerNorm> styles = new ArrayList<>();
    private final LayerNorm norm;
    private final Linear mean;
    private final Linear fromPrior;
    private final Linear momentFirst;
    private final Linear momentSecond;
    private final Conv1d flowInput;
    private final TimeEmbedding time;
    private final List<ConvNeXtBlock> flowBlocks = new ArrayList<>();
    private final List<AdaLayerNorm> flowStyles = new ArrayList<>();
    private final LayerNorm flowNorm;
    private final Linear flowOutput;

    MotionNetwork(Weights.Scope scope, FlowFieldConfig config) {
        heard = scope.buffer("heard", heard(), 1, LatentLayout.CHANNELS, 1);
        input = new Conv1d(scope.child("input"), FOLD * LatentLayout.CHANNELS, config.dim(), 3);
        typical = scope.buffer("typical", new float[CODES], 1, CODES);
        float[] ones = new float[CODES];
        Arrays.fill(ones, 1);
        deviation = scope.buffer("deviation", ones, 1, CODES);
        anchor = scope.filled("anchor", -0.5, CODES);
        priorFirst = new Linear(scope.child("prior.first"), CODES, PRIOR_DIM);
        priorSecond = new Linear(scope.child("prior.second"), PRIOR_DIM, PRIOR_DIM);
        for (int i = 0; i < config.blocks(); i++) {
            blocks.add(new ConvNeXtBlock(
                    scope.child("blocks." + i),
                    config.dim(),
                    config.hidden(),
                    FlowFieldConfig.KERNEL,
                    FlowFieldConfig.dilation(i)));
            styles.add(new AdaLayerNorm(scope.child("styles." + i), PRIOR_DIM, config.dim()));
        }
        norm = new LayerNorm(scope.child("norm"), config.dim());
        mean = new Linear(scope.child("mean"), config.dim(), CODES, 0.02);
        fromPrior = new Linear(scope.child("from-prior"), PRIOR_DIM + CODES, CODES, 0.02);
        momentFirst = new Linear(scope.child("moment.first"), config.dim() + CODES, MOMENT_DIM);
        momentSecond = new Linear(scope.child("moment.second"), MOMENT_DIM, CODES, 0.02);
        int dim = config.flowDim();
        flowInput = new Conv1d(scope.child("flow.input"), 2 * CODES + config.dim(), dim, 1);
        time = new TimeEmbedding(scope.child("flow.time"), PRIOR_DIM);
        for (int i = 0; i < config.flowBlocks(); i++) {
            flowBlocks.add(new ConvNeXtBlock(
                    scope.child("flow.blocks." + i),
                    dim,
                    3 * dim,
                    FlowFieldConfig.KERNEL,
                    FlowFieldConfig.dilation(i)));
            flowStyles.add(new AdaLayerNorm(scope.child("flow.styles." + i), PRIOR_DIM, dim));
        }
        flowNorm = new LayerNorm(scope.child("flow.norm"), dim);
        flowOutput = new Linear(scope.child("flow.output"), dim, CODES, 0.02);
    }

    /** 1 for each channel that sound alone gives a meaning: neither motion nor the free learned channels. */
    private static float[] heard() {
        float[] mask = new float[LatentLayout.CHANNELS];
        Arrays.fill(mask, 0, LatentLayout.LEARNED + LatentLayout.INSTRUMENTS, 1);
        mask[LatentLayout.MOTION] = 0;
        return mask;
    }

    /** Where a prior's points are on average, and how much each code deviates, both in the instrument's frame. */
    void calibrate(float[] typicalPlaces, float[] deviations) {
        typical.set(java.nio.FloatBuffer.wrap(typicalPlaces));
        deviation.set(java.nio.FloatBuffer.wrap(deviations));
    }

    /** Deviation of each code in units of the instrument's frame, (1, CODES): codes times this are displacements. */
    public NDArray deviation() {
        return deviation;
    }

    /**
     * What to expect.
     *
     * @param mean (B, CODES, T) expected codes
     * @param features (B, dim, T) what the velocity is conditioned on
     */
    public record Expectation(NDArray mean, NDArray features) {}

    /**
     * @param latent (B, CHANNELS, 2T)
     * @param prior (B, CODES) the prior's points as {@link InstrumentFrame} tells them
     * @param moment (B, CHANNELS, 2 (2 MOMENT + 1)) the latent about the frame that the prior shows, 0 where there is no
     *     performance; all 0 where nobody knows that frame
     * @throws IllegalArgumentException if the latent has other channels or an odd number of steps
     */
    public Expectation expect(NDArray latent, NDArray prior, NDArray moment) {
        Shape shape = latent.getShape();
        if (shape.get(1) != LatentLayout.CHANNELS || shape.get(2) % FOLD != 0) {
            throw new IllegalArgumentException(
                    "latent must be (B, " + LatentLayout.CHANNELS + ", even steps), was " + shape);
        }
        NDArray place = prior.sub(typical).div(deviation);
        NDArray style = priorSecond.apply(Activation.gelu(priorFirst.apply(place))); // (B, PRIOR_DIM)
        NDArray features = listen(latent, style); // (B, T, dim)
        NDArray skip = fromPrior
                .apply(NDArrays.concat(new NDList(style, place), 1))
                .add(place.mul(anchor))
                .add(shown(moment, style, place));
        return new Expectation(
                mean.apply(features).add(skip.expandDims(1)).transpose(0, 2, 1), features.transpose(0, 2, 1));
    }

    /** What to take away for the moment that the prior shows, (B, CODES). */
    private NDArray shown(NDArray moment, NDArray style, NDArray place) {
        NDArray known = moment.abs().sum(new int[] {1, 2}, true).gt(0).toType(moment.getDataType(), false);
        NDArray then = listen(moment, style).get(":, " + MOMENT); // (B, dim)
        NDArray both = NDArrays.concat(new NDList(then, place), 1);
        return momentSecond.apply(Activation.gelu(momentFirst.apply(both))).mul(known.squeeze(2));
    }

    /** Features of each frame, (B, T, dim). */
    private NDArray listen(NDArray latent, NDArray style) {
        long b = latent.getShape().get(0);
        long t = latent.getShape().get(2) / FOLD;
        NDArray folded = latent.mul(heard)
                .reshape(b, LatentLayout.CHANNELS, t, FOLD)
                .transpose(0, 3, 1, 2)
                .reshape(b, FOLD * LatentLayout.CHANNELS, t);
        return norm.apply(stack(input.apply(folded), blocks, styles, style).transpose(0, 2, 1));
    }

    /**
     * @param x (B, CODES, T) the sample at {@code at}
     * @param at (B) 0 at the noise, 1 at the motion
     */
    public NDArray velocity(NDArray x, NDArray at, Expectation expected) {
        NDArray all = NDArrays.concat(new NDList(x, expected.mean(), expected.features()), 1);
        NDArray y = stack(flowInput.apply(all), flowBlocks, flowStyles, time.apply(at));
        return flowOutput.apply(flowNorm.apply(y.transpose(0, 2, 1))).transpose(0, 2, 1);
    }

    private static NDArray stack(NDArray x, List<ConvNeXtBlock> blocks, List<AdaLayerNorm> styles, NDArray condition) {
        NDArray y = x;
        for (int i = 0; i < blocks.size(); i++) {
            AdaLayerNorm.Modulation modulation = styles.get(i).apply(condition);
            y = blocks.get(i).apply(y, modulation.gain(), modulation.shift());
        }
        return y;
    }
}
