package org.antiphon.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.etude.Etude;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    @Test
    void reportsEveryRowAlsoOfModelsThatKnowNothing(@TempDir Path folder) throws Exception {
        Path corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(corpus, 2, seedOf(Split.TRAIN), List.of(Performer.VIBRAPHONE), Progress.NONE);
        TinyModels.write(folder.resolve("models"));
        TinyModels.writeTokens(folder.resolve("models"));
        Map<String, Object> facts = Evaluation.run(
                new Evaluation.Settings(
                        corpus,
                        Split.TRAIN,
                        folder.resolve("models"),
                        folder.resolve("report"),
                        2,
                        new Seed(1),
                        1,
                        true),
                Progress.NONE,
                System::nanoTime);
        JsonNode results = new ObjectMapper()
                .readTree(folder.resolve("report/results.json").toFile());
        for (String row : List.of(
                SoundTrial.TRUTH,
                SoundTrial.CEILING,
                SoundTrial.GRIFFIN_LIM,
                SoundTrial.OURS,
                SoundTrial.REGRESSION,
                SoundTrial.SHUFFLED,
                SoundTrial.TRAINING_MEAN,
                SoundTrial.SILENCE,
                SoundTrial.ROUND_TRIP,
                Pipelines.CODED,
                Pipelines.seen(Synthesis.TOKENS),
                Pipelines.heard(Synthesis.TOKENS),
                Pipelines.seen(Synthesis.HARMONIC),
                Pipelines.heard(Synthesis.HARMONIC))) {
            assertThat(results.path("sound").has(row)).as(row).isTrue();
        }
        for (Synthesis way : Synthesis.values()) {
            assertThat(results.path("pipelines")
                            .path(way.label())
                            .path(Pipelines.WORK)
                            .path("mean")
                            .asDouble())
                    .as(way.label())
                    .isPositive();
        }
        for (String row : List.of(VideoTrial.CEILING, VideoTrial.OURS, VideoTrial.STILL, VideoTrial.SHUFFLED)) {
            assertThat(results.path("video").path(row).has(VideoTrial.PSNR_MOVING))
                    .as(row)
                    .isTrue();
        }
        assertThat(results.path("sound")
                        .path(SoundTrial.TRUTH)
                        .path(SoundScores.ONSETS)
                        .path("mean")
                        .asDouble())
                .isGreaterThan(0.8);
        double ceiling = results.path("video")
                .path(VideoTrial.CEILING)
                .path(VideoTrial.PSNR_MOVING)
                .path("mean")
                .asDouble();
        double still = results.path("video")
                .path(VideoTrial.STILL)
                .path(VideoTrial.PSNR_MOVING)
                .path("mean")
                .asDouble();
        assertThat(ceiling).isGreaterThan(still);
        assertThat(Evaluation.summary(facts)).contains("onset F1");
        String page = Files.readString(folder.resolve("report/index.html"));
        assertThat(page)
                .contains("Numbers to reach", "Ways from a track to sound")
                .doesNotContain("NaN");
        for (String file : page.split("src=\"")) {
            if (file.startsWith("pictures/")) {
                assertThat(folder.resolve("report").resolve(file.substring(0, file.indexOf('"'))))
                        .exists();
            }
        }
    }

    @Test
    void namesACorpusWithoutTheSplit(@TempDir Path folder) throws Exception {
        Path corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(corpus, 1, seedOf(Split.TRAIN), List.of(Performer.VIBRAPHONE), Progress.NONE);
        TinyModels.write(folder.resolve("models"));
        assertThatThrownBy(() -> Evaluation.run(
                        new Evaluation.Settings(
                                corpus,
                                Split.TEST,
                                folder.resolve("models"),
                                folder.resolve("report"),
                                0,
                                new Seed(1),
                                1,
                                true),
                        Progress.NONE,
                        System::nanoTime))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("test split");
    }

    /** A seed whose first two etudes belong to the split. */
    private static Seed seedOf(Split split) {
        return LongStream.range(0, 1000)
                .mapToObj(Seed::new)
                .filter(seed -> Etude.plan(2, seed, List.of(Performer.VIBRAPHONE)).stream()
                        .allMatch(etude -> etude.split() == split))
                .findFirst()
                .orElseThrow();
    }
}
