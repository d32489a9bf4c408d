package org.antiphon.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.model.ModelFolder;
import org.antiphon.nn.Safetensors;
import org.antiphon.training.Training;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published ViViT in place of our own video encoder, from a recipe to a translation. */
class VisualEncoderTest {

    private static final Path TINY = Path.of("src/test/resources/golden/vivit-tiny");
    private static final int ETUDES = 3;

    @TempDir
    static Path corpus;

    @TempDir
    Path folder;

    @BeforeAll
    static void record() throws IOException {
        EtudeCorpusWriter.write(corpus, ETUDES, new Seed(3), List.of(Performer.CELLO), true, Progress.NONE);
    }

    private Path checkpoint() throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve("vivit"));
        Files.copy(TINY.resolve("config.json"), checkpoint.resolve("config.json"));
        Files.copy(TINY.resolve("model.safetensors"), checkpoint.resolve("model.safetensors"));
        Files.copy(TINY.resolve("preprocessor_config.hub.json"), checkpoint.resolve("preprocessor_config.json"));
        return checkpoint;
    }

    private Path train(Path checkpoint, boolean frozen) throws IOException {
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, """
                family: latent
                name: seen
                seed: 1
                steps: 3
                batch: 2
                learningRate: 0.001
                warmup: 1
                weightDecay: 0
                emaDecay: 0
                clip: 1
                checkpointEvery: 3
                validateEvery: 3
                minutes: 0
                model:
                  dim: 16
                  audio: {bins: 100, dim: 16, blocks: 1}
                  visual: {vivit: '%s', frozen: %s}
                data: {frames: 12}
                """.formatted(checkpoint, frozen));
        Path run = folder.resolve("run");
        Training.Result result = Training.run(
                new Training.Settings(recipe, List.of(corpus), null, run, null, false, List.of()),
                Progress.NONE,
                () -> 0);
        assertThat(result.steps()).isEqualTo(3);
        assertThat(result.validation()).containsKeys("video-onset-f1", "held-out-points");
        return run;
    }

    private Path models(Path run) throws IOException {
        Path models = folder.resolve("models");
        TinyModels.write(models);
        Path latent = models.resolve("latent/tiny");
        StringBuilder sums = new StringBuilder();
        for (String file : List.of(ModelFolder.CONFIG, ModelFolder.WEIGHTS)) {
            Files.copy(run.resolve(file), latent.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            sums.append(ModelFolder.sha256(latent.resolve(file)))
                    .append("  ")
                    .append(file)
                    .append('\n');
        }
        Files.writeString(latent.resolve(ModelFolder.SUMS), sums);
        return models;
    }

    private static double translatedSeconds(Path models) {
        List<Picture> pictures =
                Stream.generate(() -> Picture.black(96, 96)).limit(11).toList();
        try (Translator translator = Translator.open(models)) {
            assertThat(translator
                            .soundToVideo(
                                    new org.antiphon.clip.Waveform(new float[9600], org.antiphon.clip.SampleRate.MODEL),
                                    pictures.get(0),
                                    new Seed(1),
                                    0,
                                    Progress.NONE)
                            .count())
                    .isEqualTo(10);
            return translator
                    .videoToSound(new Frames(pictures, FrameRate.MODEL), new Seed(1), 0, Progress.NONE)
                    .sound()
                    .seconds();
        }
    }

    @Test
    void aFrozenOneLooksOnceAndIsNamedByTheModelWithItsChecksum() throws IOException {
        Path checkpoint = checkpoint();
        Path run = train(checkpoint, true);
        String checksum = ModelFolder.sha256(checkpoint.resolve("model.safetensors"));
        assertThat(run.resolve("config.json")).content().contains(checksum).contains("\"frozen\" : true");
        assertThat(Safetensors.read(run.resolve("weights.safetensors")).keySet())
                .contains("visual.spread.weight")
                .noneMatch(name -> name.startsWith("visual.vivit"));
        try (Stream<Path> kept = Files.walk(corpus.resolve("prepared/visual"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSizeBetween(1, ETUDES);
        }
        Path models = models(run);
        assertThat(translatedSeconds(models)).isCloseTo(11 / 25.0, org.assertj.core.data.Offset.offset(0.01));

        var changed = Safetensors.read(checkpoint.resolve("model.safetensors"));
        changed.get("vivit.layernorm.bias").values()[0] += 1;
        Safetensors.write(checkpoint.resolve("model.safetensors"), changed, false);
        assertThatThrownBy(() -> Translator.open(models))
                .hasMessageContaining(checksum)
                .hasMessageContaining("another");
    }

    @Test
    void oneThatIsTrainedFurtherIsPartOfTheModel() throws IOException {
        Path checkpoint = checkpoint();
        Path run = train(checkpoint, false);
        float[] trained = Safetensors.read(run.resolve("weights.safetensors"))
                .get("visual.vivit.layers.1.expand.weight")
                .values();
        float[] before = Safetensors.read(checkpoint.resolve("model.safetensors"))
                .get("vivit.encoder.layer.1.intermediate.dense.weight")
                .values();
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            change = Math.max(change, Math.abs(before[i] - trained[i]));
        }
        assertThat(change).isBetween(2e-4, 2e-2);
        Path models = models(run);
        Files.delete(checkpoint.resolve("model.safetensors"));
        assertThat(translatedSeconds(models)).isCloseTo(11 / 25.0, org.assertj.core.data.Offset.offset(0.01));
    }
}
