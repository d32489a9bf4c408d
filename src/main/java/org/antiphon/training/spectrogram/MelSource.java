package org.antiphon.training.spectrogram;

/** What a recording offers to this objective: latents and mels on one grid. */
public interface MelSource {

    int steps();

    /** Channel-major (CHANNELS, count), as {@code LatentLayout} has it. */
    float[] latent(int from, int count);

    /** Natural log-mel, row-major (count, bins). */
    float[] mel(int from, int count);
}
