package org.antiphon.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.MediaWriter;

/** Small files to upload. */
final class TestMedia {

    static final int FRAMES = 25;

    private final Path folder;

    TestMedia() throws IOException {
        folder = Files.createTempDirectory("media");
    }

    /** One second of a grey square that becomes brighter, with or without a tone. */
    Path video(boolean sound) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] rgb = new byte[64 * 48 * 3];
            Arrays.fill(rgb, (byte) (i * 8));
            pictures.add(new Picture(64, 48, rgb));
        }
        Path file = folder.resolve(sound ? "sounding.mp4" : "silent.mp4");
        MediaWriter.mp4(file, pictures, FrameRate.MODEL, sound ? Optional.of(tone()) : Optional.empty());
        return file;
    }

    Path sound() throws IOException {
        Path file = folder.resolve("tone.wav");
        MediaWriter.wav(file, tone());
        return file;
    }

    Path picture() throws IOException {
        Path file = folder.resolve("player.png");
        MediaWriter.png(file, Picture.black(64, 48));
        return file;
    }

    Path text() throws IOException {
        return Files.writeString(folder.resolve("text.mp4"), "not a video at all");
    }

    /** A video whose header promises pictures and sound, and which ends there. */
    Path promise() throws IOException {
        byte[] whole = Files.readAllBytes(video(true));
        int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("mdat");
        return Files.write(folder.resolve("promise.mp4"), Arrays.copyOf(whole, content + 4));
    }

    Path empty() throws IOException {
        return Files.write(folder.resolve("empty.mp4"), new byte[0]);
    }

    private static Waveform tone() {
        float[] samples = new float[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 330 * i / 48_000));
        }
        return new Waveform(samples, SampleRate.STUDIO);
    }
}
