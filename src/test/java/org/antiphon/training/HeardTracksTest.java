package org.antiphon.training;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.etude.Etude;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Safetensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeardTracksTest {

    private static final int STEPS = 200;

    @TempDir
    static Path folder;

    private static Path corpus;
    private static Path cache;

    @BeforeAll
    static void prepare() throws IOException {
        corpus = folder.resolve("corpus");
        cache = folder.resolve("cache");
        Seed seed = Stream.iterate(1L, n -> n + 1)
                .map(Seed::new)
                .filter(s -> Etude.plan(1, s, List.of(Performer.CELLO)).get(0).split() == Split.TRAIN)
                .findFirst()
                .orElseThrow();
        EtudeCorpusWriter.write(corpus, 1, seed, List.of(Performer.CELLO), Progress.NONE);
    }

    @Test
    void hearsWhatIsAnnotated() throws IOException {
        Example example = Shards.open(corpus, cache, Progress.NONE).train().get(0);
        try (NDManager device = NDManager.newBaseManager();
                HeardTracks ear = HeardTracks.of(recipe("ear", 1, 0.1, Map.of("ear", "models")), device)
                        .orElseThrow()) {
            float[] truth = example.latent(0, STEPS);
            float[] heard = ear.latent(example, 0, STEPS);
            int voiced = 0;
            int right = 0;
            for (int t = 0; t < STEPS; t++) {
                if (truth[LatentLayout.VOICED * STEPS + t] == 1) {
                    voiced++;
                    right += strongest(heard, t) == strongest(truth, t) ? 1 : 0;
                }
            }
            assertThat((double) right / voiced).isGreaterThan(0.8);
            assertThat(Arrays.equals(heard, truth)).isFalse();
            int total = example.timeline().latentSteps();
            float[] end = ear.latent(example, total - 1, 2);
            assertThat(end[2 * LatentLayout.LOUDNESS + 1]).isEqualTo(LatentLayout.scaleLoudness(-80));
        }
    }

    @Test
    void saysWhichFolderHoldsNoEar() {
        try (NDManager device = NDManager.newBaseManager()) {
            Recipe recipe = recipe(
                    "deaf", 1, 0.1, Map.of("ear", folder.resolve("nothing").toString()));
            assertThatThrownBy(() -> HeardTracks.of(recipe, device))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("nothing");
        }
    }

    @Test
    void beginsWithTheWeightsThatTheRecipeNames() throws IOException {
        Path first = train("first", recipe("first", 3, 0.05, Map.of()), null);
        Path second = train("second", recipe("second", 1, 1e-12, Map.of("start", first.toString())), null);
        assertSameWeights(first, second);
    }

    @Test
    void beginsWithTheWeightsThatTheCallerNamesAndWritesItDown() throws IOException {
        Path first = train("warm", recipe("warm", 3, 0.05, Map.of()), null);
        Path second = train("warmed", recipe("warmed", 1, 1e-12, Map.of()), first);
        assertSameWeights(first, second);
        assertThat(second.resolve("recipe.yaml")).content().contains("Began with the weights of " + first);
    }

    private static void assertSameWeights(Path first, Path second) throws IOException {
        Map<String, Safetensors.Tensor> before = Safetensors.read(first.resolve("weights.safetensors"));
        Map<String, Safetensors.Tensor> after = Safetensors.read(second.resolve("weights.safetensors"));
        before.forEach((name, tensor) -> assertThat(after.get(name).values())
                .as(name)
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(tensor.values()));
    }

    private static Path train(String name, Recipe recipe, Path start) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        new com.fasterxml.jackson.databind.ObjectMapper().writeValue(file.toFile(), recipe);
        Path run = folder.resolve(name);
        Training.run(
                new Training.Settings(file, List.of(corpus), cache, run, start, false, List.of()),
                Progress.NONE,
                () -> 0);
        assertThat(Files.exists(run.resolve("weights.safetensors"))).isTrue();
        return run;
    }

    private static int strongest(float[] latent, int t) {
        int best = 0;
        for (int s = 1; s < SEMITONES; s++) {
            if (latent[(LatentLayout.PITCH + s) * STEPS + t] > latent[(LatentLayout.PITCH + best) * STEPS + t]) {
                best = s;
            }
        }
        return best;
    }

    private static Recipe recipe(String name, int steps, double rate, Map<String, Object> data) {
        Map<String, Object> sizes = Map.of(
                "channels", LatentLayout.CHANNELS,
                "bins", 100,
                "dim", 16,
                "hidden", 16,
                "regressionBlocks", 1,
                "flowBlocks", 1,
                "kernel", 3,
                "spread", 0.5);
        return new Recipe("spectrogram", name, 1, steps, 2, rate, 0, 0, 0.5, 10, 1000, 1000, 0, sizes, data, null);
    }
}
