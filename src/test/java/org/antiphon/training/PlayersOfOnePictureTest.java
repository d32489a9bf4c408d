package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A duet as URMP has it: 29.97 pictures a second, 24 bits at 48 kHz, silence before each player's first note. */
class PlayersOfOnePictureTest {

    private static final int SECONDS = 4;
    private static final double[] ONSETS = {1.25, 2.25};

    @TempDir
    static Path folder;

    private static List<Example> examples;

    @BeforeAll
    static void prepare() throws IOException {
        String name = "01_Duo_vn_vc";
        Path piece = Files.createDirectories(folder.resolve("Dataset").resolve(name));
        MediaWriter.mp4(piece.resolve("Vid_" + name + ".mp4"), film(), new FrameRate(30000, 1001), Optional.empty());
        String[] tracks = {"1_vn_01_Duo", "2_vc_01_Duo"};
        for (int i = 0; i < 2; i++) {
            MediaWriter.wav(piece.resolve("AuSep_" + tracks[i] + ".wav"), tone(ONSETS[i]));
            Files.writeString(
                    piece.resolve("Notes_" + tracks[i] + ".txt"),
                    ONSETS[i] + "\t440.0\t" + (SECONDS - ONSETS[i]) + "\r\n");
            StringBuilder f0 = new StringBuilder();
            for (double time = 0.023; time < SECONDS; time += 0.01) {
                f0.append(time)
                        .append('\t')
                        .append(time < ONSETS[i] ? 0.0 : 440.0)
                        .append("\r\n");
            }
            Files.writeString(piece.resolve("F0s_" + tracks[i] + ".txt"), f0);
        }
        MediaWriter.wav(piece.resolve("AuMix_" + name + ".wav"), tone(0));
        Shards shards = Shards.open(folder, folder.resolve("cache"), Progress.NONE);
        examples = new ArrayList<>(shards.train());
        examples.addAll(shards.validation());
        examples.addAll(shards.test());
    }

    /** Red on the left, green on the right; both half as bright in the first second. */
    private static List<Picture> film() {
        List<Picture> pictures = new ArrayList<>();
        for (int t = 0; t < 30 * SECONDS; t++) {
            byte[] rgb = new byte[128 * 64 * 3];
            for (int p = 0; p < 128 * 64; p++) {
                rgb[3 * p + (p % 128 < 64 ? 0 : 1)] = (byte) (t < 30 ? 100 : 200);
            }
            pictures.add(new Picture(128, 64, rgb));
        }
        return pictures;
    }

    private static Waveform tone(double from) {
        float[] samples = new float[48_000 * SECONDS];
        for (int i = (int) (from * 48_000); i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 48_000));
        }
        return new Waveform(samples, SampleRate.STUDIO);
    }

    @Test
    void eachPlayerIsSeenAloneFromAQuarterOfASecondBeforeTheFirstNote() {
        assertThat(examples).hasSize(2);
        for (Example example : examples) {
            int track = example.recording().id().endsWith("/2") ? 1 : 0;
            int seconds = SECONDS - 1 - track;
            assertThat(example.timeline().videoFrames()).isBetween(25 * seconds, 25 * seconds + 1);
            float[] frame = new float[3 * Example.PICTURE * Example.PICTURE];
            example.frames(0, 1, frame, 0);
            int middle = Example.PICTURE * Example.PICTURE / 2 + Example.PICTURE / 2;
            for (int c = 0; c < 3; c++) {
                double expected = c == track ? 200 / 127.5 - 1 : -1;
                assertThat((double) frame[c * Example.PICTURE * Example.PICTURE + middle])
                        .isCloseTo(expected, within(0.15));
            }
            float[] sound = example.sound(0, 12_000);
            assertThat(Math.abs(sound[5_700])).isLessThan(0.01f);
            assertThat(level(sound, 6_240, 12_000)).isCloseTo(0.5 / Math.sqrt(2), within(0.02));
        }
    }

    private static double level(float[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / (to - from));
    }
}
