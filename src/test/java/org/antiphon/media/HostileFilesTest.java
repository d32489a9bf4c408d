package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

    private static final MediaReader READER = new DirectMediaReader(MediaLimits.DEFAULT);

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private byte[] mp4(int frames) throws IOException {
        Path file = folder.resolve("whole.mp4");
        MediaWriter.mp4(
                file,
                Scenes.clock(128, 128, frames),
                FrameRate.MODEL,
                Optional.of(Scenes.sine(440, 24_000, frames * 960)));
        return Files.readAllBytes(file);
    }

    private static MediaRejected refusal(MediaReader reader, Path file) {
        MediaRejected rejected =
                catchThrowableOfType(MediaRejected.class, () -> reader.decode(file, DecodeRequest.forModel()));
        assertThat(rejected).as("decoding %s is refused", file.getFileName()).isNotNull();
        assertThat(rejected).hasMessageContaining(file.getFileName().toString());
        assertThat(rejected.remedy()).isNotBlank();
        return rejected;
    }

    private static RejectionCode code(Path file) {
        RejectionCode decoding = refusal(READER, file).code();
        MediaRejected looking = catchThrowableOfType(MediaRejected.class, () -> READER.picture(file, 100));
        assertThat(looking).isNotNull();
        assertThat(catchThrowableOfType(MediaRejected.class, () -> READER.probe(file)))
                .as("looking into %s is refused", file.getFileName())
                .isNotNull();
        return decoding;
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNotThere() throws IOException {
        assertThat(code(file("empty.mp4", new byte[0]))).isEqualTo(RejectionCode.EMPTY);
        assertThat(code(folder.resolve("nowhere.mp4"))).isEqualTo(RejectionCode.UNREADABLE);
        assertThat(code(folder)).isEqualTo(RejectionCode.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello, this is a letter to a friend and no film | holds text",
                "#EXTM3U\\n#EXTINF:10,\\nhttp://example.org/a.ts\\n#EXT-X-ENDLIST\\n | playlist",
                "ffconcat version 1.0\\nfile /etc/passwd\\n | playlist",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg> | text document",
                "<?xml version='1.0'?><MPD><BaseURL>http://example.org</BaseURL></MPD> | text document",
                "v=0\\no=- 0 0 IN IP4 127.0.0.1\\nm=video 5004 RTP/AVP 96\\n | holds text",
            })
    void refusesTextWhateverItsName(String text, String finding) throws IOException {
        byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        for (String name : new String[] {"a.mp4", "a.webm", "a.mp3", "a.jpg"}) {
            Path file = file(name, bytes);
            assertThat(code(file)).isEqualTo(RejectionCode.UNKNOWN_KIND);
            assertThat(refusal(READER, file)).hasMessageContaining(finding);
        }
    }

    @Test
    void refusesAPlaylistBehindAGenuineBeginning() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Arrays.copyOf(mp4(1), 32));
        bytes.write("\n#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        assertThat(code(file("head.mp4", bytes.toByteArray()))).isEqualTo(RejectionCode.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "ID3.mp3,ID3",
        "fLaC.flac,fLaC",
        "OggS.ogg,OggS",
        "riff.avi,'RIFF0000AVI '",
        "riff.wav,RIFF0000WAVE",
        "riff.webp,RIFF0000WEBP",
        "box.mp4,0000ftypisom"
    })
    void refusesNoiseBehindAGenuineBeginning(String name, String magic) throws IOException {
        byte[] bytes = new byte[5_000];
        new java.util.Random(7).nextBytes(bytes);
        System.arraycopy(magic.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, magic.length());
        assertThat(code(file(name, bytes)))
                .isIn(
                        RejectionCode.DAMAGED,
                        RejectionCode.NOTHING_INSIDE,
                        RejectionCode.UNSUPPORTED_CODEC,
                        RejectionCode.TOO_LONG,
                        RejectionCode.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAFileThatWasCutOff() throws Exception {
        List<Picture> pictures = Scenes.clock(64, 64, 12);
        Waveform sound = Scenes.sine(440, 24_000, 12_000);
        mp4(12);
        Foreign.write(folder.resolve("whole.avi"), new Foreign.Form("avi", "mjpeg", null), pictures, null, sound);
        Foreign.write(folder.resolve("whole.mkv"), new Foreign.Form("matroska", "mjpeg", null), pictures, null, sound);
        Foreign.wav(folder.resolve("whole.wav"), 1, 16, 1, 48_000, new byte[9_600]);
        Files.write(folder.resolve("whole.png"), PngFile.encode(Scenes.gradient(64, 64)));
        for (String kind : new String[] {"mp4", "avi", "mkv", "wav", "png"}) {
            Path whole = folder.resolve("whole." + kind);
            READER.probe(whole);
            byte[] bytes = Files.readAllBytes(whole);
            for (int end : new int[] {bytes.length * 2 / 3, bytes.length - 3}) {
                Path cut = file("cut." + kind, Arrays.copyOf(bytes, end));
                assertThat(code(cut)).isEqualTo(RejectionCode.DAMAGED);
                assertThat(refusal(READER, cut)).hasMessageContaining("cut off");
            }
        }
    }

    @Test
    void takesAFileWithSomethingBehindItsEnd() throws Exception {
        byte[] whole = mp4(12);
        byte[] longer = Arrays.copyOf(whole, whole.length + 40);
        Arrays.fill(longer, whole.length, longer.length, (byte) 0x7A);
        assertThat(READER.probe(file("longer.mp4", longer)).video()).isPresent();
    }

    @Test
    void refusesAFileThatWasCutOffBeforeItsFirstPicture() throws Exception {
        byte[] whole = mp4(50);
        assertThat(code(file("index-only.mp4", Arrays.copyOf(whole, Foreign.box(whole, "mdat", 0)))))
                .isIn(RejectionCode.NOTHING_INSIDE, RejectionCode.DAMAGED);
        assertThat(code(file("stump.mp4", Arrays.copyOf(whole, 100)))).isEqualTo(RejectionCode.DAMAGED);
        Foreign.wav(folder.resolve("silent.wav"), 1, 16, 1, 48_000, new byte[0]);
        assertThat(code(folder.resolve("silent.wav"))).isIn(RejectionCode.NOTHING_INSIDE, RejectionCode.DAMAGED);
    }

    @Test
    void leavesOutATrackThatHoldsNothing() throws Exception {
        byte[] whole = mp4(50);
        int sound = Foreign.box(whole, "mp4a", 0);
        for (String table : new String[] {"stts", "stsc", "stco"}) {
            ByteBuffer.wrap(whole).putInt(Foreign.box(whole, table, sound) + 4, 0);
        }
        ByteBuffer.wrap(whole).putInt(Foreign.box(whole, "stsz", sound) + 8, 0);
        MediaInfo info = READER.probe(file("hushed.mp4", whole));
        assertThat(info.video()).isPresent();
        assertThat(info.audio()).isEmpty();
    }

    @Test
    void refusesAPictureOfTenThousandByTenThousandBeforeDecodingIt() throws IOException {
        byte[] png = PngFile.encode(Scenes.gradient(4, 4));
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        Path file = file("huge.png", png);
        assertThat(code(file)).isEqualTo(RejectionCode.TOO_MANY_PIXELS);
        assertThat(refusal(READER, file)).hasMessageContaining("100.0 million pixels");
    }

    @Test
    void refusesAVideoOfTenThousandByTenThousandBeforeDecodingIt() throws IOException {
        byte[] bytes = mp4(3);
        int entry = Foreign.box(bytes, "avc1", Foreign.box(bytes, "stsd", 0));
        ByteBuffer.wrap(bytes).putShort(entry + 24, (short) 10_000).putShort(entry + 26, (short) 10_000);
        assertThat(code(file("huge.mp4", bytes))).isEqualTo(RejectionCode.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvhd", "mdhd"})
    void refusesTenHoursOnTheWordOfTheHeader(String box) throws IOException {
        byte[] bytes = mp4(3);
        int header = Foreign.box(bytes, box, 0);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(header + 16, 10 * 3600 * buffer.getInt(header + 12));
        Path file = file("long.mp4", bytes);
        assertThat(code(file)).isEqualTo(RejectionCode.TOO_LONG);
        assertThat(refusal(READER, file)).hasMessageContaining("10.0 hours");
    }

    @Test
    void refusesMoreThanTheLimitsWhileDecodingWhenTheHeaderSaysLess() throws IOException {
        MediaLimits oneSecond = new MediaLimits(1 << 24, 1 << 20, Duration.ofSeconds(1), 8, Duration.ofSeconds(20));
        byte[] bytes = mp4(40);
        for (String box : new String[] {"mvhd", "mdhd"}) {
            for (int at = Foreign.box(bytes, box, 0); at > 0; at = Foreign.box(bytes, box, at)) {
                ByteBuffer.wrap(bytes).putInt(at + 16, 100);
            }
        }
        Path file = file("modest.mp4", bytes);
        assertThat(refusal(new DirectMediaReader(oneSecond), file).code()).isEqualTo(RejectionCode.TOO_LONG);
    }

    @Test
    void refusesTooManyBytesAndTooManyTracks() throws IOException {
        Path file = file("a.mp4", mp4(10));
        MediaLimits fewBytes = new MediaLimits(1_000, 1 << 20, Duration.ofSeconds(9), 8, Duration.ofSeconds(20));
        MediaLimits oneTrack = new MediaLimits(1 << 24, 1 << 20, Duration.ofSeconds(9), 1, Duration.ofSeconds(20));
        assertThat(refusal(new DirectMediaReader(fewBytes), file).code()).isEqualTo(RejectionCode.TOO_MANY_BYTES);
        assertThat(refusal(new DirectMediaReader(oneTrack), file).code()).isEqualTo(RejectionCode.TOO_MANY_STREAMS);
    }

    @Test
    void stopsWhenTimeIsUp() throws IOException {
        MediaLimits noTime = new MediaLimits(1 << 24, 1 << 20, Duration.ofSeconds(9), 8, Duration.ofMillis(1));
        assertThat(refusal(new DirectMediaReader(noTime), file("a.mp4", mp4(100)))
                        .code())
                .isEqualTo(RejectionCode.TOO_SLOW);
    }

    @Test
    void survivesFilesWithBytesChangedAtRandom() throws Exception {
        byte[] whole = mp4(6);
        java.util.Random random = new java.util.Random(42);
        int read = 0;
        for (int i = 0; i < 40; i++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 8; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = file(String.format(Locale.ROOT, "m%02d.mp4", i), bytes);
            try {
                READER.decode(file, DecodeRequest.forModel());
                read++;
            } catch (MediaRejected expected) {
                assertThat(expected).hasMessageContaining("m" + String.format(Locale.ROOT, "%02d", i));
            }
        }
        assertThat(read).isPositive();
    }
}
