package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.Foreign.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    @TempDir
    Path folder;

    private final MediaReader reader = new DirectMediaReader(MediaLimits.DEFAULT);

    /** Sound is in step within 3 ms; block codecs without edit lists round lengths to a block. */
    @ParameterizedTest
    @CsvSource({
        "webm, libvpx-vp9, libopus, a.webm, matroska, vp9, opus",
        "matroska, libvpx, flac, a.mkv, matroska, vp8, flac",
        "mov, libopenh264, aac, a.mov, mp4, h264, aac",
        "avi, mpeg4, pcm_s16le, a.avi, avi, mpeg4, pcm_s16le",
        "avi, mjpeg, pcm_s16le, b.avi, avi, mjpeg, pcm_s16le",
        "mp4, libopenh264, aac, wrong-name.txt, mp4, h264, aac",
    })
    void readsVideosOfOtherPrograms(
            String container, String video, String audio, String name, String kind, String seen, String heard)
            throws Exception {
        Path file = folder.resolve(name);
        Waveform sound = Scenes.burst(48_000, 60_000, 24_000);
        Foreign.write(file, new Form(container, video, audio), Scenes.clock(160, 120, 30), null, sound);
        MediaInfo info = reader.probe(file);
        assertThat(info.container()).isEqualTo(kind);
        assertThat(info.video().orElseThrow().codec()).isEqualTo(seen);
        assertThat(info.video().orElseThrow().width()).isEqualTo(160);
        assertThat(info.audio().orElseThrow().codec()).isEqualTo(heard);
        assertThat(info.audio().orElseThrow().channels()).isEqualTo(2);
        assertThat(info.seconds()).isCloseTo(1.2, within(0.1));

        Clip clip = reader.decode(file, DecodeRequest.forModel());
        DirectMediaReaderTest.assertClock(clip.frames().orElseThrow(), 30);
        Waveform read = clip.sound().orElseThrow();
        assertThat(read.length()).isBetween(28_800, 31_500);
        assertThat(DirectMediaReaderTest.firstLoud(read)).isCloseTo(12_000, within(72));
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, libmp3lame, a.mp3, mp3",
        "ogg, libopus, a.opus, ogg",
        "flac, flac, a.flac, flac",
        "ipod, aac, a.m4a, mp4",
        "wav, pcm_s16le, a.wav, wav",
    })
    void readsSoundsOfOtherPrograms(String container, String codec, String name, String kind) throws Exception {
        Path file = folder.resolve(name);
        Foreign.write(file, new Form(container, null, codec), List.of(), null, Scenes.burst(48_000, 60_000, 24_000));
        Clip clip = reader.decode(file, DecodeRequest.forModel());
        assertThat(reader.probe(file).container()).isEqualTo(kind);
        assertThat(clip.frames()).isEmpty();
        assertThat(clip.sound().orElseThrow().length()).isBetween(29_950, 31_500);
        assertThat(DirectMediaReaderTest.firstLoud(clip.sound().get())).isCloseTo(12_000, within(72));
    }

    @Test
    void readsVorbis() throws Exception {
        Path file = Path.of("..", "shared", "real", "audio", "solo-trumpet-06.ogg");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(file), "no recording at " + file.toAbsolutePath());
        Clip clip = reader.decode(file, DecodeRequest.forModel());
        assertThat(clip.seconds()).isCloseTo(reader.probe(file).seconds(), within(0.05));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32, -32, -64})
    void readsWavOfEveryWidthAsTheAverageOfItsChannels(int width) throws Exception {
        int bits = Math.abs(width);
        ByteBuffer data = ByteBuffer.allocate(2 * 100 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 100; i++) {
            put(data, width, 0.75);
            put(data, width, -0.25);
        }
        Path file = folder.resolve("a.wav");
        Foreign.wav(file, width < 0 ? 3 : 1, bits, 2, 24_000, data.array());
        Waveform sound = reader.decode(file, DecodeRequest.forModel()).sound().orElseThrow();
        assertThat(sound.length()).isEqualTo(100);
        for (float sample : sound.samples()) {
            assertThat(sample).isCloseTo(0.25f, within(0.005f));
        }
    }

    private static void put(ByteBuffer data, int width, double value) {
        switch (width) {
            case 8 -> data.put((byte) Math.round(128 + 128 * value));
            case 16 -> data.putShort((short) Math.round(32_768 * value));
            case 24 -> {
                int bits = (int) Math.round((1 << 23) * value);
                data.put((byte) bits).put((byte) (bits >> 8)).put((byte) (bits >> 16));
            }
            case 32 -> data.putInt((int) Math.round(2_147_483_648.0 * value));
            case -32 -> data.putFloat((float) value);
            default -> data.putDouble(value);
        }
    }

    @Test
    void takesWhatIsNotANumberForSilence() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(4 * 4).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(Float.NaN)
                .putFloat(0.5f)
                .putFloat(Float.POSITIVE_INFINITY)
                .putFloat(1e30f);
        Path file = folder.resolve("nan.wav");
        Foreign.wav(file, 3, 32, 1, 24_000, data.array());
        Waveform sound = reader.decode(file, DecodeRequest.forModel()).sound().orElseThrow();
        assertThat(sound.samples()).containsExactly(0f, 0.5f, 0f, 64f);
    }

    @Test
    void showsEachPictureAtItsTimeHoweverTheyAreSpaced() throws Exception {
        Path file = folder.resolve("vfr.webm");
        long[] millis = {0, 47, 207, 213, 217, 327};
        Foreign.write(file, new Form("webm", "libvpx-vp9", null), Scenes.clock(96, 96, 6), millis, null);
        Frames frames = reader.decode(file, DecodeRequest.forModel()).frames().orElseThrow();
        int[] shown = {0, 1, 1, 1, 1, 4, 4, 4, 5};
        assertThat(frames.count()).isGreaterThanOrEqualTo(shown.length);
        for (int i = 0; i < shown.length; i++) {
            assertThat(frames.pictures().get(i).at(48, 48, 1))
                    .as("at %d", i)
                    .isCloseTo(Scenes.level(shown[i]), within(6));
        }
    }

    @Test
    void resamplesSixtyAndThirtyPicturesASecondByTime() throws Exception {
        for (FrameRate rate : List.of(new FrameRate(60, 1), new FrameRate(30_000, 1001))) {
            Path file = folder.resolve("rate.mp4");
            MediaWriter.mp4(file, Scenes.clock(96, 96, 60), rate, Optional.empty());
            assertThat(reader.probe(file).video().orElseThrow().rate()).isEqualTo(rate);
            Frames frames =
                    reader.decode(file, DecodeRequest.forModel()).frames().orElseThrow();
            assertThat(frames.count()).isEqualTo((int) Math.round(rate.secondsAt(60) * 25));
            for (int i = 0; i < frames.count(); i++) {
                int source = (int) Math.floor((i + 0.5) / 25 * rate.perSecond() + 1e-3);
                assertThat(frames.pictures().get(i).at(48, 48, 1)).isCloseTo(Scenes.level(source), within(6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 10", "90, 85, 10", "180, 85, 85", "270, 10, 85"})
    void turnsPicturesUpright(int degrees, int redX, int redY) throws Exception {
        Path file = folder.resolve("phone.mp4");
        MediaWriter.mp4(
                file, java.util.Collections.nCopies(3, Scenes.redTopLeft(192, 96)), FrameRate.MODEL, Optional.empty());
        Foreign.rotate(file, degrees);
        MediaInfo.VideoStream info = reader.probe(file).video().orElseThrow();
        assertThat(info.rotationDegrees()).isEqualTo(degrees);
        assertThat(info.width()).isEqualTo(degrees % 180 == 0 ? 192 : 96);
        Picture picture = reader.decode(file, DecodeRequest.forModel())
                .frames()
                .orElseThrow()
                .pictures()
                .get(0);
        assertThat(picture.at(redX, redY, 0)).isGreaterThan(180);
        assertThat(picture.at(95 - redX, 95 - redY, 0)).isLessThan(40);
        Picture whole = reader.picture(file, 192);
        assertThat(whole.width()).isEqualTo(info.width());
        assertThat(whole.height()).isEqualTo(info.height());
    }

    @Test
    void showsPixelsThatAreNotSquareInTheirProportions() throws Exception {
        Path file = folder.resolve("wide.mkv");
        Foreign.write(file, new Form("matroska", "libvpx", null, 2), List.of(Scenes.redTopLeft(64, 64)), null, null);
        assertThat(reader.probe(file).video().orElseThrow().width()).isEqualTo(128);
        Picture picture = reader.picture(file, 500);
        assertThat(picture.width()).isEqualTo(128);
        assertThat(picture.height()).isEqualTo(64);
        assertThat(picture.at(55, 20, 0)).isGreaterThan(180);
        assertThat(picture.at(72, 20, 0)).isLessThan(60);
    }

    @Test
    void copiesForBrowsersInStepAndUpright() throws Exception {
        Path file = folder.resolve("a.webm");
        Foreign.write(
                file,
                new Form("webm", "libvpx-vp9", "libopus"),
                Scenes.clock(160, 120, 30),
                null,
                Scenes.burst(48_000, 60_000, 24_000));
        Path copy = folder.resolve("copy.mp4");
        reader.browserCopy(file, 100, copy);
        MediaInfo info = reader.probe(copy);
        assertThat(info.video().orElseThrow().codec()).isEqualTo("h264");
        assertThat(info.audio().orElseThrow().codec()).isEqualTo("aac");
        Clip clip = reader.decode(copy, DecodeRequest.forDisplay(500));
        assertThat(clip.frames().orElseThrow().width()).isEqualTo(100);
        assertThat(clip.frames().get().height()).isEqualTo(76);
        DirectMediaReaderTest.assertClock(clip.frames().get(), 30);
        assertThat(DirectMediaReaderTest.firstLoud(clip.sound().orElseThrow())).isCloseTo(24_000, within(144));
        Path sound = folder.resolve("a.wav");
        MediaWriter.wav(sound, Scenes.sine(440, 44_100, 44_100));
        reader.browserCopy(sound, 100, copy);
        assertThat(reader.probe(copy).video()).isEmpty();
        assertThat(reader.probe(copy).audio().orElseThrow().rate()).isEqualTo(SampleRate.STUDIO);
    }

    @Test
    void keepsSoundThatOutlastsThePicturesAndPicturesThatOutlastTheSound() throws Exception {
        Path longSound = folder.resolve("a.mp4");
        MediaWriter.mp4(
                longSound, Scenes.clock(64, 64, 10), FrameRate.MODEL, Optional.of(Scenes.sine(440, 24_000, 48_001)));
        Clip first = reader.decode(longSound, DecodeRequest.forModel());
        assertThat(first.frames().orElseThrow().count()).isEqualTo(10);
        assertThat(first.sound().orElseThrow().length()).isEqualTo(48_001);
        Path longPictures = folder.resolve("b.mp4");
        MediaWriter.mp4(
                longPictures, Scenes.clock(64, 64, 50), FrameRate.MODEL, Optional.of(Scenes.sine(440, 24_000, 999)));
        Clip second = reader.decode(longPictures, DecodeRequest.forModel());
        assertThat(second.frames().orElseThrow().count()).isEqualTo(50);
        assertThat(second.sound().orElseThrow().length()).isEqualTo(999);
    }

    @Test
    void holdsTheFirstPictureUntilItIsDue() throws Exception {
        Path file = folder.resolve("late.mkv");
        long[] millis = {400, 440, 480};
        Foreign.write(
                file,
                new Form("matroska", "libvpx", "flac"),
                Scenes.clock(64, 64, 3),
                millis,
                Scenes.burst(48_000, 48_000, 24_000));
        Clip clip = reader.decode(file, DecodeRequest.forModel());
        List<Picture> pictures = clip.frames().orElseThrow().pictures();
        assertThat(pictures.get(0).at(32, 32, 1)).isCloseTo(Scenes.level(0), within(6));
        assertThat(pictures.get(10).at(32, 32, 1)).isCloseTo(Scenes.level(0), within(6));
        assertThat(pictures.get(11).at(32, 32, 1)).isCloseTo(Scenes.level(1), within(6));
        assertThat(DirectMediaReaderTest.firstLoud(clip.sound().orElseThrow())).isCloseTo(12_000, within(72));
    }

    @Test
    void readsPhotographsUprightAndDrawingsOnWhite() throws Exception {
        Picture scene = Scenes.redTopLeft(64, 32);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image(scene, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        byte[] jpeg = plain.toByteArray();
        Files.write(folder.resolve("a.jpg"), jpeg);
        Picture asIs = reader.picture(folder.resolve("a.jpg"), 100);
        assertThat(asIs.width()).isEqualTo(64);
        assertThat(asIs.at(5, 5, 0)).isGreaterThan(180);

        Files.write(folder.resolve("turned.jpg"), withOrientation(jpeg, 6));
        Picture turned = reader.picture(folder.resolve("turned.jpg"), 100);
        assertThat(turned.width()).isEqualTo(32);
        assertThat(turned.at(27, 5, 0)).isGreaterThan(180);
        assertThat(turned.at(5, 59, 0)).isLessThan(60);

        ImageIO.write(
                new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB),
                "png",
                folder.resolve("clear.png").toFile());
        assertThat(reader.picture(folder.resolve("clear.png"), 100).at(3, 3, 1)).isEqualTo(255);

        Foreign.write(folder.resolve("a.webp"), new Form("webp", "libwebp", null), List.of(scene), null, null);
        assertThat(reader.picture(folder.resolve("a.webp"), 100).at(5, 5, 0)).isGreaterThan(180);
        assertThat(reader.decode(folder.resolve("a.webp"), DecodeRequest.forModel())
                        .frames()
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
    }

    private static BufferedImage image(Picture picture, int type) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2));
            }
        }
        return image;
    }

    /** Puts an Exif segment with nothing but the orientation after the start marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(new byte[] {(byte) 0xFF, (byte) 0xE1})
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        byte[] bytes = new byte[jpeg.length + 36];
        System.arraycopy(jpeg, 0, bytes, 0, 2);
        System.arraycopy(exif.array(), 0, bytes, 2, 36);
        System.arraycopy(jpeg, 2, bytes, 38, jpeg.length - 2);
        return bytes;
    }

    @Test
    void givesTheSameBytesEveryTime() throws Exception {
        Path file = folder.resolve("a.mp4");
        MediaWriter.mp4(file, List.of(Scenes.gradient(250, 130)), FrameRate.MODEL, Optional.empty());
        byte[] once = reader.decode(file, DecodeRequest.forModel())
                .frames()
                .orElseThrow()
                .pictures()
                .get(0)
                .rgb();
        byte[] again = reader.decode(file, DecodeRequest.forModel())
                .frames()
                .orElseThrow()
                .pictures()
                .get(0)
                .rgb();
        assertThat(Arrays.equals(once, again)).isTrue();
        Path same = folder.resolve("b.mp4");
        MediaWriter.mp4(same, List.of(Scenes.gradient(250, 130)), FrameRate.MODEL, Optional.empty());
        assertThat(Files.mismatch(file, same)).isEqualTo(-1);
        assertThat(new SampleRate(24_000)).isEqualTo(SampleRate.MODEL);
    }
}
