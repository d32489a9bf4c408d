package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeaturesCommandTest {

    private static final Path TINY = Path.of("src/test/resources/golden/vivit-tiny");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @BeforeEach
    void film() throws IOException {
        var pictures = IntStream.range(0, 19)
                .mapToObj(i -> {
                    byte[] rgb = new byte[64 * 48 * 3];
                    for (int p = 0; p < rgb.length; p++) {
                        rgb[p] = (byte) (p % 64 < 3 * i ? 220 : 30);
                    }
                    return new Picture(64, 48, rgb);
                })
                .toList();
        MediaWriter.mp4(folder.resolve("film.mp4"), pictures, FrameRate.MODEL, Optional.empty());
    }

    private int features(Path checkpoint, String... more) {
        String[] arguments = {
            "features",
            "--model",
            "vivit:" + checkpoint,
            "--input",
            folder.resolve("film.mp4").toString(),
            "--output",
            folder.resolve("film.safetensors").toString(),
            "--json"
        };
        return execute(java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void writesASlotForEveryTwoPictures() throws IOException {
        assertThat(features(TINY, "--pixels", "scenic")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("\"pictures\":19")
                .contains("\"slots\":10")
                .contains("[-1, 1]");
        byte[] header = Files.readAllBytes(folder.resolve("film.safetensors"));
        assertThat(new String(header, 8, 1200, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"features\":{\"dtype\":\"F32\",\"shape\":[10,48]")
                .contains("\"model_sha256\":\"")
                .contains("\"frame_rate\":\"25/1\"")
                .contains("\"slot_seconds\":\"0.08\"");
    }

    @Test
    void saysWhatACheckpointLacks() {
        assertThat(features(TINY)).isEqualTo(1); // no preprocessor_config.json
        assertThat(err.toString()).contains("preprocessor_config.json").contains("scenic");
        assertThat(folder.resolve("film.safetensors")).doesNotExist();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(features(folder.resolve("nothing"))).isEqualTo(2);
        assertThat(err.toString()).contains("--model").contains("config.json");
        assertThat(features(TINY, "--stride", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--stride");
    }
}
