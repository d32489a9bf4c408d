package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest.PictureSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectMediaReaderTest {

    @TempDir
    Path folder;

    private final MediaReader reader = new DirectMediaReader();

    static void assertClock(Frames frames, int count) {
        assertThat(frames.count()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            Picture picture = frames.pictures().get(i);
            assertThat(picture.at(picture.width() / 2, picture.height() / 2, 1))
                    .as("picture %d", i)
                    .isCloseTo(Scenes.level(i), within(6));
        }
    }

    /** First sample louder than a tenth of full scale. */
    static int firstLoud(Waveform sound) {
        for (int i = 0; i < sound.length(); i++) {
            if (Math.abs(sound.samples()[i]) > 0.1) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void readsBackEveryPictureAndEverySampleOfAnMp4() throws Exception {
        Path file = folder.resolve("a.mp4");
        MediaWriter.mp4(
                file, Scenes.clock(256, 256, 60), FrameRate.MODEL, Optional.of(Scenes.burst(48_000, 100_000, 30_000)));
        Clip clip = reader.decode(
                file,
                new DecodeRequest(
                        Optional.of(new PictureSize(64, 64)), FrameRate.MODEL, SampleRate.STUDIO, true, true));
        assertClock(clip.frames().orElseThrow(), 60);
        assertThat(clip.sound().orElseThrow().length()).isEqualTo(100_000);
        assertThat(firstLoud(clip.sound().orElseThrow())).isCloseTo(30_000, within(24));
    }

    @Test
    void keepsLengthsOfLosslessSoundToTheSample() throws Exception {
        Waveform sound = Scenes.sine(440, 44_100, 44_100 + 17);
        MediaWriter.flac(folder.resolve("a.flac"), sound);
        MediaWriter.wav(folder.resolve("a.wav"), sound);
        for (String name : new String[] {"a.flac", "a.wav"}) {
            Waveform same = reader.decode(folder.resolve(name), DecodeRequest.soundAt(new SampleRate(44_100)))
                    .sound()
                    .orElseThrow();
            assertThat(same.length()).isEqualTo(sound.length());
            for (int i = 0; i < sound.length(); i++) {
                assertThat(same.samples()[i]).isCloseTo(sound.samples()[i], within(1e-7f));
            }
            Waveform slower = reader.decode(folder.resolve(name), DecodeRequest.soundAt(SampleRate.MODEL))
                    .sound()
                    .orElseThrow();
            assertThat(slower.length()).isEqualTo((int) Math.round(sound.length() * 24_000 / 44_100.0));
            for (int i = 200; i < slower.length() - 200; i++) {
                assertThat(slower.samples()[i])
                        .as("sample %d", i)
                        .isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 24_000)), within(2e-4f));
            }
        }
    }

    @Test
    void readsBackAacSoundInStep() throws Exception {
        Path file = folder.resolve("a.m4a");
        MediaWriter.m4a(file, Scenes.sine(440, 24_000, 50_000));
        Waveform sound = reader.decode(file, DecodeRequest.forModel()).sound().orElseThrow();
        assertThat(sound.length()).isEqualTo(50_000);
        for (int i = 4000; i < 45_000; i += 13) {
            assertThat(sound.samples()[i])
                    .isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 24_000)), within(0.005f));
        }
    }

    @Test
    void keepsProportionsAndEvenSidesForDisplay() throws Exception {
        Path file = folder.resolve("odd.mp4");
        MediaWriter.mp4(file, Scenes.clock(333, 251, 5), FrameRate.MODEL, Optional.empty());
        Frames frames =
                reader.decode(file, DecodeRequest.forDisplay(200)).frames().orElseThrow();
        assertThat(frames.width()).isEqualTo(200);
        assertThat(frames.height()).isEqualTo(150);
        assertClock(frames, 5);
        assertThat(reader.decode(file, DecodeRequest.forDisplay(200)).sound()).isEmpty();
    }

    @Test
    void readsBackItsOwnPng() throws Exception {
        Path file = folder.resolve("a.png");
        Picture picture = Scenes.gradient(120, 80);
        MediaWriter.png(file, picture);
        assertThat(reader.picture(file, 500).rgb()).isEqualTo(picture.rgb());
        Picture small = reader.picture(file, 60);
        assertThat(small.width()).isEqualTo(60);
        assertThat(small.height()).isEqualTo(40);
        assertThat(small.at(30, 20, 0)).isCloseTo(130, within(4));
    }
}
