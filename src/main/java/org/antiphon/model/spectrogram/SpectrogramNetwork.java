package org.antiphon.model.spectrogram;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.antiphon.nn.AdaLayerNorm;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.TimeEmbedding;
import org.antiphon.nn.Weights;

/**
 * Two ConvNeXt stacks on the latent's own time grid, two mel frames a step. The first regresses the mel. The second is a
 * velocity field for flow matching (Lipman et al. 2023) on what is left of the mel when the regression is taken away,
 * told where it is, how late it is, the regression and its last features.
 */
public final class SpectrogramNetwork {

    private final SpectrogramConfig config;
    private final Conv1d embed;
    private final ConvNeXtBlock[] blocks;
    private final LayerNorm last;
    private final Linear mean;
    private final TimeEmbedding time;
    private final Linear enter;
    private final ConvNeXtBlock[] flowBlocks;
    private final AdaLayerNorm[] modulations;
    private final LayerNorm flowLast;
    private final Linear leave;

    public SpectrogramNetwork(Weights.Scope scope, SpectrogramConfig config) {
        this.config = config;
        int dim = config.dim();
        embed = new Conv1d(scope.child("embed"), config.channels(), dim, 5);
        blocks = new ConvNeXtBlock[config.regressionBlocks()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new ConvNeXtBlock(scope.child("block" + i), dim, config.hidden(), config.kernel());
        }
        last = new LayerNorm(scope.child("last"), dim);
        mean = new Linear(scope.child("mean"), dim, config.width());
        time = new TimeEmbedding(scope.child("time"), dim);
        enter = new Linear(scope.child("enter"), 2 * config.width() + dim, dim);
        flowBlocks = new ConvNeXtBlock[config.flowBlocks()];
        modulations = new AdaLayerNorm[config.flowBlocks()];
        for (int i = 0; i < flowBlocks.length; i++) {
            flowBlocks[i] = new ConvNeXtBlock(scope.child("flow" + i), dim, config.hidden(), config.kernel());
            modulations[i] = new AdaLayerNorm(scope.child("modulation" + i), dim, dim);
        }
        flowLast = new LayerNorm(scope.child("flowlast"), dim);
        leave = new Linear(scope.child("leave"), dim, config.width(), 0);
    }

    public SpectrogramConfig config() {
        return config;
    }

    /**
     * What the regression says.
     *
     * @param mean the scaled mel, (B, T, 2 · bins): two frames a step
     * @param features (B, T, dim)
     */
    public record Expectation(NDArray mean, NDArray features) {}

    /**
     * @param latent (B, channels, T)
     * @throws IllegalArgumentException if the shape is another
     */
    public Expectation expect(NDArray latent) {
        Shape shape = latent.getShape();
        if (shape.dimension() != 3 || shape.get(1) != config.channels()) {
            throw new IllegalArgumentException(
                    "spectrogram model takes (B, " + config.channels() + ", T), got " + shape);
        }
        NDArray x = embed.apply(latent); // (B, dim, T)
        for (ConvNeXtBlock block : blocks) {
            x = block.apply(x);
        }
        NDArray features = last.apply(x.transpose(0, 2, 1)); // (B, T, dim)
        return new Expectation(mean.apply(features), features);
    }

    /**
     * The velocity of a sample of (mel − mean) / spread.
     *
     * @param x (B, T, 2 · bins)
     * @param times (B)
     */
    public NDArray velocity(NDArray x, NDArray times, NDArray mean, NDArray features) {
        NDArray vector = time.apply(times); // (B, dim)
        NDArray y =
                enter.apply(NDArrays.concat(new NDList(x, mean, features), 2)).transpose(0, 2, 1); // (B, dim, T)
        for (int i = 0; i < flowBlocks.length; i++) {
            AdaLayerNorm.Modulation modulation = modulations[i].apply(vector);
            y = flowBlocks[i].apply(y, modulation.gain(), modulation.shift());
        }
        return leave.apply(flowLast.apply(y.transpose(0, 2, 1))); // (B, T, 2 · bins)
    }
}
