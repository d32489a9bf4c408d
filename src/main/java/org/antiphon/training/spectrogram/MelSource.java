package org.antiphon.training.spectrogram;

import org.antiphon.clip.Timeline;
import org.antiphon.training.Example;

/** What a recording offers to this objective: latents and mels on one grid. */
public interface MelSource {

    int steps();

    /** Channel-major (CHANNELS, count), as {@code LatentLayout} has it. */
    float[] latent(int from, int count);

    /** Natural log-mel, row-major (count, bins). */
    float[] mel(int from, int count);

    static MelSource of(Example example) {
        Timeline timeline = example.timeline();
        return new MelSource() {
            @Override
            public int steps() {
                return timeline.latentSteps();
            }

            @Override
            public float[] latent(int from, int count) {
                return example.latent(from, count);
            }

            @Override
            public float[] mel(int from, int count) {
                return example.mel(from, count);
            }
        };
    }
}
