package org.antiphon.model.vocoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.LayerNorm;
import org.antiphon.nn.Linear;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.Weights;

/**
 * Log-mel to spectrum: the ConvNeXt backbone of Vocos (Siuzdak 2023) with heads for what a network without a clock can
 * know, the magnitude and the differences of phase; see {@link PhaseIntegrator} for why not phase itself.
 */
public final class VocoderNetwork {

    private static final int CORRECTIONS = 2;
    private static final float LOUDEST = 12; // natural logarithm: no prediction may overflow
    private static final float FURTHEST = 4;

    private final VocoderConfig config;
    private final Conv1d embed;
    private final LayerNorm first;
    private final ConvNeXtBlock[] blocks;
    private final LayerNorm last;
    private final Linear spectrum;
    private final Linear envelope;
    private final NDArray filters; // (F, bins)

    /** A network whose weights are going to be loaded. */
    public VocoderNetwork(Weights.Scope scope, VocoderConfig config) {
        this(scope, config, new float[config.spectrumBins() * config.bins()]);
    }

    /** @param melFilters {@code [spectrum bin * mel bins + mel bin]}, as the mel spectrograms are made */
    public VocoderNetwork(Weights.Scope scope, VocoderConfig config, float[] melFilters) {
        this.config = config;
        filters = scope.buffer("filters", melFilters, config.spectrumBins(), config.bins());
        embed = new Conv1d(scope.child("embed"), config.bins(), config.dim(), config.kernel());
        first = new LayerNorm(scope.child("first"), config.dim());
        blocks = new ConvNeXtBlock[config.blocks()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new ConvNeXtBlock(scope.child("block" + i), config.dim(), config.hidden(), config.kernel());
        }
        last = new LayerNorm(scope.child("last"), config.dim());
        spectrum = new Linear(scope.child("spectrum"), config.dim(), 5 * config.spectrumBins(), 0.02);
        envelope = new Linear(scope.child("envelope"), config.bins(), config.spectrumBins());
    }

    public VocoderConfig config() {
        return config;
    }

    /**
     * What the network says of a batch, each (B, T, F).
     *
     * @param logMagnitude natural logarithm of the magnitude
     * @param timeReal expected phasor of the step to the frame from the one before, see {@link PhaseSteps}
     * @param timeImaginary its imaginary part
     * @param binReal expected phasor of the step to the next bin
     * @param binImaginary its imaginary part
     */
    public record Prediction(
            NDArray logMagnitude, NDArray timeReal, NDArray timeImaginary, NDArray binReal, NDArray binImaginary) {}

    /**
     * @param logMel (B, bins, T), natural logarithm
     * @throws IllegalArgumentException if the shape is another
     */
    public Prediction predict(NDArray logMel) {
        Shape shape = logMel.getShape();
        if (shape.dimension() != 3 || shape.get(1) != config.bins()) {
            throw new IllegalArgumentException("vocoder takes (B, " + config.bins() + ", T), got " + shape);
        }
        NDArray mel = Scalars.over(logMel.sub(VocoderConfig.CENTRE), VocoderConfig.SPREAD); // (B, bins, T)
        NDArray x = first.apply(embed.apply(mel).transpose(0, 2, 1)).transpose(0, 2, 1); // (B, C, T)
        for (ConvNeXtBlock block : blocks) {
            x = block.apply(x);
        }
        int f = config.spectrumBins();
        NDArray heads = spectrum.apply(last.apply(x.transpose(0, 2, 1))); // (B, T, 5F)
        NDArray skip = envelope.apply(mel.transpose(0, 2, 1)); // (B, T, F)
        NDArray guess = Scalars.times(part(heads, 0, f).add(skip), VocoderConfig.SPREAD);
        return new Prediction(
                fitted(guess, logMel.transpose(0, 2, 1)),
                part(heads, 1, f),
                part(heads, 2, f),
                part(heads, 3, f),
                part(heads, 4, f));
    }

    /**
     * Moves magnitudes towards those whose mel spectrogram is the given one, by steps of expectation maximisation
     * (Richardson–Lucy): each bin times the weighted mean of how much too quiet its mel bins are.
     */
    private NDArray fitted(NDArray logMagnitude, NDArray logMel) { // (B, T, F), (B, T, bins)
        NDArray total = filters.sum(new int[] {1}).add(1e-9f); // (F)
        NDArray fit = Scalars.atMost(logMagnitude, LOUDEST);
        for (int i = 0; i < CORRECTIONS; i++) {
            NDArray ratio = logMel.sub(fit.exp().matMul(filters).add(1e-7f).log());
            NDArray factor = ratio.clip(-FURTHEST, FURTHEST)
                    .exp()
                    .matMul(filters.transpose())
                    .div(total);
            fit = fit.add(factor.add(1e-3f).log());
        }
        return fit;
    }

    private static NDArray part(NDArray heads, int index, int width) {
        return heads.get("..., " + index * width + ":" + (index + 1) * width);
    }
}
