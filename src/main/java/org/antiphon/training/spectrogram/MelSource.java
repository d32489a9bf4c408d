package org.antiphon.training.spectrogram;

import java.util.Optional;
import org.antiphon.clip.Timeline;
import org.antiphon.training.Example;
import org.antiphon.training.HeardTracks;

/** What a recording offers to this objective: latents and mels on one grid. */
public interface MelSource {

    int steps();

    /** Channel-major (CHANNELS, count), as {@code LatentLayout} has it. */
    float[] latent(int from, int count);

    /** Natural log-mel, row-major (count, bins). */
    float[] mel(int from, int count);

    /** Whether its latents are an encoder's guesses, as those in use are, and not the annotated truth. */
    default boolean guessed() {
        return false;
    }

    static MelSource of(Example example) {
        return of(example, Optional.empty());
    }

    /** @param ear whose guesses take the place of the annotated latents, where there is one */
    static MelSource of(Example example, Optional<HeardTracks> ear) {
        Timeline timeline = example.timeline();
        return new MelSource() {
            @Override
            public int steps() {
                return timeline.latentSteps();
            }

            @Override
            public float[] latent(int from, int count) {
                return ear.isPresent() ? ear.get().latent(example, from, count) : example.latent(from, count);
            }

            @Override
            public boolean guessed() {
                return ear.isPresent();
            }

            @Override
            public float[] mel(int from, int count) {
                return example.mel(from, count);
            }
        };
    }
}
