package org.antiphon.training.spectrogram;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Timeline;
import org.antiphon.training.Example;
import org.antiphon.training.HeardTracks;
import org.antiphon.training.Recipe;

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

    /** One of each, or as many as the recipe's {@code repeat} says of its instrument. */
    static List<MelSource> repeated(Recipe recipe, List<Example> examples) {
        return examples.stream()
                .flatMap(example -> Collections.nCopies(repeats(recipe, example), of(example)).stream())
                .toList();
    }

    /** How many times as often as others the recipe's {@code repeat} wants a recording drawn. */
    static int repeats(Recipe recipe, Example example) {
        return recipe.data().get("repeat") instanceof Map<?, ?> repeat
                        && repeat.get(example.recording().instrument()) instanceof Number times
                ? times.intValue()
                : 1;
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
