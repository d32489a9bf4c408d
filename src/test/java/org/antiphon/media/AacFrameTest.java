package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AacFrameTest {

    @TempDir
    Path folder;

    @Test
    void fillsAFrameToAnyLength() throws IOException {
        byte[] frame = {0b0101_0111, (byte) 0b1000_0000};
        for (int length = 2; length < 1200; length++) {
            byte[] filled = AacFrame.filled(frame, length, new SplittableRandom(length));
            assertThat(filled).hasSize(length);
            assertThat(filled[0] & 0xfc).as("what comes before the end").isEqualTo(0b0101_0100);
            assertThat(end(filled))
                    .as("bits before the end of %d bytes", length)
                    .isBetween(8 * length - 10, 8 * length - 3);
        }
    }

    /** Reads fill elements as a decoder does, after the six bits of the frame. */
    private static int end(byte[] frame) {
        int at = 6;
        while (bits(frame, at, 3) == 6) {
            int count = bits(frame, at + 3, 4);
            at += 7;
            if (count == 15) {
                count += bits(frame, at, 8) - 1;
                at += 8;
            }
            assertThat(count == 0 ? 0 : bits(frame, at, 4))
                    .as("kind of filling")
                    .isZero();
            at += 8 * count;
        }
        assertThat(bits(frame, at, 3)).isEqualTo(7);
        return at;
    }

    private static int bits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            value = 2 * value + (bytes[at / 8] >> 7 - at % 8 & 1);
        }
        return value;
    }

    @Test
    void refusesWhatIsLongerAndWhatIsNoFrame() {
        byte[] frame = {0b0101_0111, (byte) 0b1000_0000};
        assertThatThrownBy(() -> AacFrame.filled(frame, 1, new SplittableRandom(1)))
                .hasMessageContaining("2 bytes cannot be made 1");
        assertThatThrownBy(() -> AacFrame.filled(new byte[5], 9, new SplittableRandom(1)))
                .hasMessageContaining("does not end as AAC does");
    }

    @Test
    void isHeardAsIfItHadNotBeenFilled() throws Exception {
        Waveform sound = Scenes.sine(440, 48_000, 96_000);
        CodedSound coded = CodedSound.aac(sound);
        CodedSound filled = coded.filled(coded.longest() + 137, new SplittableRandom(3));
        Path plain = folder.resolve("plain.mp4");
        Path padded = folder.resolve("padded.mp4");
        MediaWriter.mp4(plain, Scenes.clock(64, 64, 50), FrameRate.MODEL, Optional.of(sound));
        MediaWriter.mp4(padded, Scenes.clock(64, 64, 50), FrameRate.MODEL, sound, filled);
        assertThat(heard(padded)).isEqualTo(heard(plain));
        assertThat(Files.size(padded)).isGreaterThan(Files.size(plain) + 90 * 137);
    }

    @Test
    void letsOneSoundStandForAnother() throws Exception {
        CodedSound low = CodedSound.aac(Scenes.sine(220, 48_000, 48_000));
        CodedSound high = CodedSound.aac(Scenes.sine(990, 48_000, 48_000));
        int length = Math.max(low.longest(), high.longest());
        low = low.filled(length, new SplittableRandom(1));
        high = high.filled(length, new SplittableRandom(2));
        Path one = folder.resolve("low.mp4");
        Path other = folder.resolve("high.mp4");
        MediaWriter.mp4(one, Scenes.clock(64, 64, 25), FrameRate.MODEL, Scenes.sine(220, 48_000, 48_000), low);
        MediaWriter.mp4(other, Scenes.clock(64, 64, 25), FrameRate.MODEL, Scenes.sine(990, 48_000, 48_000), high);
        assertThat(low.exchanged(Files.readAllBytes(one), high)).isEqualTo(Files.readAllBytes(other));
        CodedSound shorter = CodedSound.aac(Scenes.sine(220, 48_000, 4_800));
        CodedSound first = low;
        assertThatThrownBy(() -> first.exchanged(Files.readAllBytes(one), shorter))
                .hasMessageContaining("cannot stand for one of");
        assertThatThrownBy(() -> first.exchanged(Files.readAllBytes(other), first))
                .hasMessageContaining("frame 0");
    }

    private static float[] heard(Path file) throws MediaRejected {
        return new DirectMediaReader()
                .decode(file, DecodeRequest.soundAt(SampleRate.STUDIO))
                .sound()
                .orElseThrow()
                .samples();
    }
}
