package org.antiphon.model.latent;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.nn.Conv1d;
import org.antiphon.nn.ConvNeXtBlock;
import org.antiphon.nn.Weights;

/** Log-mel at 100 Hz → features at 50 Hz: a strided convolution and a stack of ConvNeXt blocks. */
public final class AudioEncoder {

    private final Conv1d embed;
    private final List<ConvNeXtBlock> blocks = new ArrayList<>();
    private final Conv1d project;

    public AudioEncoder(Weights.Scope scope, AudioEncoderConfig config, int outputDim) {
        embed = new Conv1d(scope.child("embed"), config.bins(), config.dim(), 6, 2, 2, 1, 1);
        for (int i = 0; i < config.blocks(); i++) {
            blocks.add(new ConvNeXtBlock(scope.child("blocks." + i), config.dim(), 3 * config.dim(), 7));
        }
        project = new Conv1d(scope.child("project"), config.dim(), outputDim, 1);
    }

    /** @param mel (B, bins, 2S), natural log scaled as (ln + 5) / 5, an even number of frames → (B, outputDim, S) */
    public NDArray apply(NDArray mel) {
        NDArray x = embed.apply(mel);
        for (ConvNeXtBlock block : blocks) {
            x = block.apply(x);
        }
        return project.apply(x);
    }
}
