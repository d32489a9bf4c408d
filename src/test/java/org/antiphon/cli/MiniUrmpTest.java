package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.media.Crop;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.antiphon.media.Span;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As a researcher goes from URMP on a disk to the table of the three ways to sound, by commands alone; the corpus is two
 * duets in which etudes play side by side, laid out like URMP.
 */
class MiniUrmpTest {

    private static final FrameRate URMP = new FrameRate(30000, 1001);
    private static final int SECONDS = 4;

    @TempDir
    Path folder;

    @Test
    void fromPiecesOnADiskToTheTableOfTheThreeWays() throws Exception {
        Path dataset = folder.resolve("Dataset");
        EtudeCorpusWriter.write(
                folder.resolve("etudes"), 4, new Seed(8), List.of(Performer.VIOLIN, Performer.CELLO), Progress.NONE);
        List<Path> solos;
        try (Stream<Path> files = Files.list(folder.resolve("etudes/dataset"))) {
            solos = files.sorted().toList();
        }
        duet(dataset, "01_Moon", solos.get(0), solos.get(1));
        duet(dataset, "02_Sun", solos.get(3), solos.get(2));
        Files.createDirectories(dataset.resolve("Supplementary_Files"));

        Path models = folder.resolve("models");
        TinyModels.write(models);
        Path shards = folder.resolve("shards");
        String prepared = run("prepare", "--corpus", "urmp", "--data", folder, "--output", shards, "--models", models);
        assertThat(prepared).contains("4 recordings are ready");
        assertThat(shards.resolve("boxes.json")).content().contains("01_Moon_vn_vc", "02_Sun_vc_vn");
        assertThat(shards.resolve("report.html")).content().contains("02_Sun_vc_vn");

        train("latent", shards, """
                model:
                  dim: 16
                  video: {pictureSize: 96, fineDim: 4, dim: 16, heads: 2, spatialLayers: 1, timeDim: 16, timeBlocks: 1, \
                timeHeads: 2, timeLayers: 1}
                  audio: {bins: 100, dim: 16, blocks: 1}
                data: {frames: 16, video: true, apart: 1, pairs: 2, joint: 1}
                """);
        train("spectrogram", shards, """
                model: {channels: %d, bins: 100, dim: 8, hidden: 16, regressionBlocks: 1, flowBlocks: 1, kernel: 3, \
                spread: 0.5}
                data: {ear: '%s'}
                """.formatted(LatentLayout.CHANNELS, models));
        train("codec", shards, """
                model: {bins: 100, dim: 8, hidden: 16, blocks: 1, kernel: 3, codeDim: 4, codebooks: 3, entries: 6}
                """);
        train("tokens", shards, """
                model: {channels: %d, codebooks: 3, entries: 6, codeDim: 4, latentBlocks: 1, kernel: 3, dim: 8, \
                hidden: 16, layers: 1, heads: 2, window: 16}
                data: {codec: '%s', ear: '%s'}
                """.formatted(LatentLayout.CHANNELS, models, models));

        Path report = folder.resolve("report");
        String split = Files.readString(shards.resolve("index.json")).contains("\"train\"") ? "train" : "test";
        run(
                "evaluate",
                "--data",
                folder,
                "--split",
                split,
                "--models",
                models,
                "--limit",
                "2",
                "--steps",
                "1",
                "--sound-only",
                "--output",
                report);
        JsonNode results =
                new ObjectMapper().readTree(report.resolve("results.json").toFile());
        for (Synthesis way : Synthesis.values()) {
            assertThat(results.path("pipelines").path(way.label()).size())
                    .as("columns of " + way.label())
                    .isGreaterThan(3);
        }
        List<String> used = new ArrayList<>();
        results.path("models")
                .forEach(model -> used.add(
                        model.path("family").asText() + "/" + model.path("name").asText()));
        assertThat(used).contains("latent/mini", "spectrogram/mini", "codec/mini", "tokens/mini");
    }

    private void train(String family, Path shards, String rest) throws IOException {
        Path recipe = folder.resolve(family + ".yaml");
        Files.writeString(recipe, """
                family: %s
                name: mini
                seed: 1
                steps: 2
                batch: 2
                learningRate: 0.001
                warmup: 1
                weightDecay: 0
                emaDecay: 0
                clip: 1
                checkpointEvery: 2
                validateEvery: 2
                minutes: 0
                %s""".formatted(family, rest));
        Path output = folder.resolve("models").resolve(family).resolve("mini");
        assertThat(run("train", "--recipe", recipe, "--data", shards, "--output", output))
                .contains("2 steps");
    }

    private static String run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Antiphon.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        assertThat(code).as(out + "\n" + err).isZero();
        return out.toString();
    }

    /** Both players in one picture, from left to right, at URMP's rate; no skeleton, no flow, no score that counts. */
    private static void duet(Path dataset, String title, Path left, Path right) throws IOException, MediaRejected {
        List<Path> players = List.of(left, right);
        List<String> codes = players.stream()
                .map(solo -> solo.toString().substring(solo.toString().lastIndexOf('_') + 1))
                .toList();
        String name = title + "_" + String.join("_", codes);
        Path piece = Files.createDirectories(dataset.resolve(name));
        List<List<Picture>> films = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path solo = players.get(i);
            String from =
                    "_1_" + codes.get(i) + "_" + solo.getFileName().toString().replaceAll("_[a-z]+$", "");
            String to = "_" + (i + 1) + "_" + codes.get(i) + "_" + title;
            for (String kind : List.of("Notes%s.txt", "F0s%s.txt")) {
                List<String> lines = Files.readAllLines(solo.resolve(kind.formatted(from)));
                lines.removeIf(line -> Double.parseDouble(line.split("\\s+")[0]) > SECONDS);
                Files.write(piece.resolve(kind.formatted(to)), lines);
            }
            MediaWriter.wav(
                    piece.resolve("AuSep%s.wav".formatted(to)), sound(solo.resolve("AuSep%s.wav".formatted(from))));
            films.add(film(solo));
        }
        Files.copy(
                piece.resolve("AuSep_1_" + codes.get(0) + "_" + title + ".wav"),
                piece.resolve("AuMix_" + name + ".wav"));
        List<Picture> both = new ArrayList<>();
        for (int t = 0; t < 30 * SECONDS; t++) {
            both.add(beside(films.get(0).get(t), films.get(1).get(t)));
        }
        MediaWriter.mp4(piece.resolve("Vid_" + name + ".mp4"), both, URMP, Optional.empty());
    }

    private static Waveform sound(Path file) throws MediaRejected {
        DecodeRequest beginning = DecodeRequest.soundAt(SampleRate.STUDIO).within(Crop.WHOLE, new Span(0, SECONDS));
        return new DirectMediaReader().decode(file, beginning).sound().orElseThrow();
    }

    private static List<Picture> film(Path solo) throws MediaRejected {
        DecodeRequest small = new DecodeRequest(
                Optional.of(new DecodeRequest.PictureSize(96, 96)), URMP, SampleRate.MODEL, true, false);
        return new DirectMediaReader()
                .decode(solo.resolve("Vid_" + solo.getFileName() + ".mp4"), small)
                .frames()
                .orElseThrow()
                .pictures();
    }

    private static Picture beside(Picture left, Picture right) {
        int row = 3 * left.width();
        byte[] rgb = new byte[2 * row * left.height()];
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.rgb(), y * row, rgb, 2 * y * row, row);
            System.arraycopy(right.rgb(), y * row, rgb, (2 * y + 1) * row, row);
        }
        return new Picture(2 * left.width(), left.height(), rgb);
    }
}
