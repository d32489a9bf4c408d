package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundFileTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final double[] FEW = {0, 0.5, -0.25, -1, 0.75, 0.125};

    @TempDir
    private Path folder;

    private Path file;
    private final Wavs wav = new Wavs();

    @BeforeEach
    void nameFile() {
        file = folder.resolve("sound.wav");
    }

    private StoredSound read(byte[] bytes) throws MediaRejected {
        return SoundFile.open(Wavs.write(file, bytes), LONGEST).read();
    }

    private void assertRefused(byte[] bytes, RejectionCode code, String finding) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(MediaRejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.finding()).contains(finding);
        });
    }

    @ParameterizedTest
    @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "3,64"})
    void readsEveryWidthPlainAndExtensible(int code, int bits) throws MediaRejected {
        wav.code = code;
        wav.bits = bits;
        for (boolean extensible : new boolean[] {false, true}) {
            wav.extensible = extensible;
            StoredSound sound = read(wav.bytes(FEW));
            assertThat(sound.sound().rate()).isEqualTo(SampleRate.MODEL);
            assertThat(sound.remarks()).isEmpty();
            for (int i = 0; i < FEW.length; i++) {
                assertThat((double) sound.sound().samples()[i]).isCloseTo(FEW[i], within(1.0 / 128));
            }
        }
    }

    @Test
    void averagesChannels() throws MediaRejected {
        wav.channels = 3;
        StoredSound sound = read(wav.bytes(0.5, 0.25, 0, -0.75, 0, 0));
        assertThat(sound.channels()).isEqualTo(3);
        assertThat(sound.sound().samples()).containsExactly(new float[] {0.25f, -0.25f}, within(1e-4f));
    }

    @Test
    void skipsWhatBelongsToTheFileButNotToTheSound() throws MediaRejected {
        wav.before = Wavs.chunk("JUNK", 3, new byte[4]);
        wav.after = Wavs.chunk("LIST", 4, new byte[4]);
        assertThat(read(wav.bytes(FEW)).sound().length()).isEqualTo(FEW.length);
    }

    @Test
    void takesAnOpenLengthFromTheFile() throws MediaRejected {
        for (long open : new long[] {0, 0x7FFF_F000L, 0xFFFF_FFFFL}) {
            wav.announced = open;
            StoredSound sound = read(wav.bytes(FEW));
            assertThat(sound.sound().length()).isEqualTo(FEW.length);
            assertThat(sound.remarks()).containsExactly("length taken from the file's size");
        }
    }

    @Test
    void refusesAFileThatIsCutOffOrLongerThanItSays() {
        byte[] whole = wav.sine(440, 0.5, 1);
        assertRefused(Arrays.copyOf(whole, 20_000), RejectionCode.DAMAGED, "announces 1.000 s, 0.416 s are there");
        assertRefused(Arrays.copyOf(whole, 40), RejectionCode.DAMAGED, "breaks off before its samples");
        assertRefused(Arrays.copyOf(whole, 30), RejectionCode.DAMAGED, "does not describe its samples");
        wav.announced = 24_000;
        assertRefused(wav.sine(440, 0.5, 1), RejectionCode.DAMAGED, "24000 more bytes follow that belong to nothing");
        wav.announced = 47_999;
        assertRefused(wav.sine(440, 0.5, 1), RejectionCode.DAMAGED, "ends in the middle of a sample");
    }

    @Test
    void refusesWhatIsNoSound() {
        wav.code = 3;
        wav.bits = 32;
        assertRefused(wav.bytes(0.1, Double.NaN, 0.2), RejectionCode.DAMAGED, "holds NaN at sample 1");
        assertRefused(
                wav.bytes(0.1, 0.2, Double.POSITIVE_INFINITY), RejectionCode.DAMAGED, "holds Infinity at sample 2");
        assertRefused(wav.bytes(1e30), RejectionCode.DAMAGED, "no value of a sound");
        assertRefused(wav.bytes(), RejectionCode.NOTHING_INSIDE, "holds no sound");
        assertRefused(new byte[0], RejectionCode.EMPTY, "is empty");
        assertRefused(
                "id,reference,candidate\n".getBytes(StandardCharsets.US_ASCII),
                RejectionCode.UNKNOWN_KIND,
                "holds text");
    }

    @Test
    void refusesHeadersThatContradictThemselves() {
        wav.block = 3;
        assertRefused(wav.bytes(FEW), RejectionCode.DAMAGED, "contradict each other");
        wav.block = 2;
        wav.rate = 0;
        assertRefused(wav.bytes(FEW), RejectionCode.UNSUPPORTED_CODEC, "0 Hz");
        wav.rate = -1;
        assertRefused(wav.bytes(FEW), RejectionCode.UNSUPPORTED_CODEC, "4294967295 Hz");
        wav.rate = 8_000;
        wav.channels = 0;
        assertRefused(wav.bytes(FEW), RejectionCode.UNSUPPORTED_CODEC, "0 channels");
        wav.code = 3;
        wav.channels = 1;
        assertRefused(wav.bytes(), RejectionCode.DAMAGED, "contradict each other");
    }

    @Test
    void refusesWhatIsTooLongBeforeReadingIt() {
        wav.rate = 1_000;
        wav.bits = 8;
        assertRefused(wav.file(new byte[60_002]), RejectionCode.TOO_LONG, "lasts 1.0 minutes");
        assertThatThrownBy(() -> SoundFile.open(folder.resolve("none.wav"), LONGEST))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> SoundFile.open(folder, LONGEST)).hasMessageContaining("is no file");
    }

    @Test
    void survivesAnyDamageToAHeader() throws IOException {
        byte[] whole = wav.sine(440, 0.5, 0.05);
        Random random = new Random(9);
        for (int trial = 0; trial < 400; trial++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + trial % 4; i++) {
                damaged[random.nextInt(48)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                SoundFile.open(file, LONGEST).read();
            } catch (MediaRejected e) {
                assertThat(e.getMessage()).contains("sound.wav");
            }
        }
    }

    @Test
    void leavesOtherFilesAndCodingsToFfmpeg() throws IOException, MediaRejected {
        float[] samples = new float[24_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(0.1 * i));
        }
        Path flac = folder.resolve("sound.flac");
        MediaWriter.flac(flac, new Waveform(samples, SampleRate.MODEL));
        assertThat(SoundFile.open(flac, LONGEST).read().sound().samples()).containsExactly(samples, within(1e-4f));
        wav.code = 7;
        wav.bits = 8;
        wav.rate = 8_000;
        assertThat(read(wav.file(new byte[800])).sound().length()).isEqualTo(800); // µ-law
        byte[] whole = Files.readAllBytes(flac);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2))).isInstanceOf(MediaRejected.class);
    }
}
