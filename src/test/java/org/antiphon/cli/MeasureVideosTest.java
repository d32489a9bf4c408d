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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.MediaWriter;
import org.antiphon.media.Wavs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureVideosTest {

    private static final int SIDE = 96;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path truth;
    private Path still;
    private Path sound;

    @BeforeEach
    void film() throws IOException {
        truth = film("truth.mp4", 40, 2);
        still = film("still.mp4", 40, 0);
        sound = Wavs.write(folder.resolve("sound.wav"), new Wavs().sine(440, 0.5, 1.6));
    }

    /** A bright square that moves by {@code step} pixels a picture, over a textured ground, with a tone. */
    private Path film(String name, int count, int step) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[SIDE * SIDE * 3];
            for (int p = 0; p < SIDE * SIDE; p++) {
                Arrays.fill(rgb, 3 * p, 3 * p + 3, (byte) (40 + (p * 7 + p / SIDE * 13) % 30));
            }
            int at = 10 + i * step % 60;
            for (int y = 30; y < 60; y++) {
                Arrays.fill(rgb, (y * SIDE + at) * 3, (y * SIDE + at + 20) * 3, (byte) 220);
            }
            pictures.add(new Picture(SIDE, SIDE, rgb));
        }
        float[] tone = new float[count * SampleRate.MODEL.hertz() / 25];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (Math.exp(-(i % 9600) / 2400.0) * Math.sin(0.1 * i));
        }
        Path file = folder.resolve(name);
        MediaWriter.mp4(file, pictures, FrameRate.MODEL, Optional.of(new Waveform(tone, SampleRate.MODEL)));
        return file;
    }

    private Map<String, JsonNode> measure(Path reference, Path candidate, String metrics) throws IOException {
        out.getBuffer().setLength(0);
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        assertThat(line.execute(
                        "measure",
                        "--json",
                        "--metrics",
                        metrics,
                        "--reference",
                        reference.toString(),
                        "--candidate",
                        candidate.toString()))
                .as(err.toString())
                .isZero();
        Map<String, JsonNode> found = new HashMap<>();
        new ObjectMapper()
                .readTree(out.toString())
                .get("metrics")
                .forEach(one -> found.put(one.get("metric").asText(), one));
        return found;
    }

    private static double value(Map<String, JsonNode> found, String metric) {
        return found.get(metric).get("value").asDouble();
    }

    @Test
    void comparesPicturesWithTheRowOfAStillOneBeside() throws IOException {
        Map<String, JsonNode> same = measure(truth, truth, "videos,snr");
        assertThat(value(same, "psnr")).isEqualTo(100);
        assertThat(value(same, "ssim-motion")).isGreaterThan(0.9999);
        assertThat(value(same, "endpoint-error")).isZero();
        assertThat(value(same, "psnr-still")).isLessThan(30);
        assertThat(value(same, "endpoint-error-still")).isPositive();
        assertThat(value(same, "snr")).isEqualTo(120);
        assertThat(same.get("av-offset").has("value")).isTrue();
        Map<String, JsonNode> held = measure(truth, still, "psnr-motion,psnr-motion-still,av-align");
        assertThat(value(held, "psnr-motion")).isBetween(5.0, 30.0);
        assertThat(value(held, "psnr-motion-still")).isBetween(5.0, 30.0);
    }

    @Test
    void saysWhichSideHasNoPicturesOrAnotherLength() throws IOException {
        Map<String, JsonNode> found = measure(sound, truth, "psnr,av-align");
        assertThat(found.get("psnr").get("reason").asText()).isEqualTo("the reference has no pictures");
        assertThat(found.get("av-align").has("value")).isTrue();
        assertThat(measure(truth, sound, "ssim").get("ssim").get("reason").asText())
                .isEqualTo("the candidate has no pictures");
        Path longer = film("longer.mp4", 45, 2);
        assertThat(measure(truth, longer, "psnr").get("psnr").get("reason").asText())
                .contains("differ in length: 40 and 45 pictures");
        assertThat(value(measure(truth, film("near.mp4", 41, 2), "psnr"), "psnr"))
                .isGreaterThan(30);
        Path broken = Files.write(folder.resolve("broken.mp4"), Arrays.copyOf(Files.readAllBytes(truth), 900));
        assertThat(measure(truth, broken, "psnr").get("psnr").get("reason").asText())
                .startsWith("candidate: “broken.mp4”");
    }
}
