package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaWriter;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.VideoTranslation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from file to file, with models that only hum and stand still. */
class TranslateFilesTest {

    private static final int FRAMES = 30;

    @TempDir
    Path folder;

    private final DirectMediaReader reader = new DirectMediaReader();
    private final List<Double> told = Collections.synchronizedList(new ArrayList<>());
    private final Progress progress = (stage, share) -> told.add(share);
    private final TranslateFiles files = new TranslateFiles(reader, new Humming(), new Seed(1), 4);
    private Path video;
    private Path sound;
    private Path prior;

    @BeforeEach
    void writeInputs() throws IOException {
        video = folder.resolve("video.mp4");
        MediaWriter.mp4(video, Collections.nCopies(FRAMES, grey(160, 120)), FrameRate.MODEL, Optional.empty());
        sound = folder.resolve("sound.wav");
        MediaWriter.wav(sound, hum(SampleRate.STUDIO.hertz() * 6 / 5, SampleRate.STUDIO));
        prior = folder.resolve("prior.png");
        MediaWriter.png(prior, grey(200, 100));
    }

    @Test
    void aVideoBecomesASoundOfItsLength() throws Exception {
        for (String name : List.of("out.wav", "out.flac")) {
            Path out = folder.resolve(name);
            TranslateFiles.Done done = files.soundOf(video, out, progress);
            Waveform written = reader.decode(out, DecodeRequest.soundAt(SampleRate.MODEL))
                    .sound()
                    .orElseThrow();
            assertThat(written.length()).as(name).isEqualTo(new Timeline(FRAMES).samples());
            assertThat(done.seconds()).isEqualTo(FRAMES / 25.0);
        }
    }

    @Test
    void aVideoKeepsItsPicturesWhenItGetsItsSound() throws Exception {
        Path out = folder.resolve("out.mp4");
        files.soundOf(video, out, progress);
        Frames written =
                reader.decode(out, DecodeRequest.forDisplay(640)).frames().orElseThrow();
        assertThat(written.count()).isEqualTo(FRAMES);
        assertThat(List.of(written.width(), written.height())).containsExactly(160, 120);
        assertThat(reader.probe(out).audio()).isPresent();
    }

    @Test
    void aSoundAndAPictureBecomeAVideoOfTheSoundsLength() throws Exception {
        Path out = folder.resolve("out.mp4");
        TranslateFiles.Done done = files.videoOf(sound, prior, out, progress);
        Frames written =
                reader.decode(out, DecodeRequest.forDisplay(640)).frames().orElseThrow();
        assertThat(written.count()).isEqualTo(FRAMES);
        assertThat(List.of(written.width(), written.height())).containsExactly(200, 100);
        assertThat(done.seconds()).isEqualTo(FRAMES / 25.0);
    }

    @Test
    void progressOnlyGoesForwardAndEndsAtOne() throws Exception {
        files.videoOf(sound, prior, folder.resolve("out.mp4"), progress);
        assertThat(told).isSorted().endsWith(1.0);
    }

    @Test
    void leavesNothingBehindWhenItFails() throws Exception {
        Path out = folder.resolve("results").resolve("out.mp4");
        assertThatThrownBy(() -> files.videoOf(video, prior, out, progress)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> files.soundOf(sound, out, progress)).isInstanceOf(Exception.class);
        try (Stream<Path> found = Files.walk(folder)) {
            assertThat(found.filter(Files::isRegularFile)).containsExactlyInAnyOrder(video, sound, prior);
        }
    }

    @Test
    void replacesAnEarlierResult() throws Exception {
        Path out = folder.resolve("out.wav");
        Files.writeString(out, "earlier");
        files.soundOf(video, out, progress);
        assertThat(reader.probe(out).audio()).isPresent();
    }

    private static Picture grey(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        java.util.Arrays.fill(rgb, (byte) 128);
        return new Picture(width, height, rgb);
    }

    private static Waveform hum(int samples, SampleRate rate) {
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = 0.2f * (float) Math.sin(2 * Math.PI * 220 * i / rate.hertz());
        }
        return new Waveform(values, rate);
    }

    /** Hums for as long as it is shown something, and shows the prior for as long as it hears something. */
    private static final class Humming implements Translations {

        @Override
        public SoundTranslation videoToSound(Frames frames, Seed seed, int steps, Progress progress) {
            Timeline timeline = new Timeline(frames.count());
            progress.at("humming", 1);
            return new SoundTranslation(hum(timeline.samples(), SampleRate.MODEL), null, track(timeline), 0.9);
        }

        @Override
        public VideoTranslation soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress) {
            Timeline timeline = Timeline.covering(sound.length());
            progress.at("standing still", 1);
            return new VideoTranslation(
                    Collections.nCopies(timeline.videoFrames(), prior),
                    FrameRate.MODEL,
                    timeline.videoFrames(),
                    List.of(),
                    track(timeline),
                    0.1);
        }

        private static PerformanceTrack track(Timeline timeline) {
            int n = timeline.latentSteps();
            int grid = n * PerformanceTrack.SEMITONES;
            return new PerformanceTrack(
                    n,
                    new float[n],
                    new float[n],
                    new float[grid],
                    new float[grid],
                    new float[n],
                    new float[n],
                    new float[n],
                    new float[n],
                    0,
                    new float[0],
                    new float[n]);
        }
    }
}
