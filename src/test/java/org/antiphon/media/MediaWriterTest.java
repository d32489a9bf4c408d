package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaWriterTest {

    @TempDir
    Path folder;

    @Test
    void writesAPngThatOthersReadBackPixelByPixel() throws IOException {
        Picture picture = Scenes.gradient(301, 97);
        var read = ImageIO.read(new ByteArrayInputStream(PngFile.encode(picture)));
        assertThat(read.getWidth()).isEqualTo(301);
        for (int y = 0; y < 97; y += 7) {
            for (int x = 0; x < 301; x += 11) {
                int rgb = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
                assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(rgb);
            }
        }
    }

    @Test
    void writesMp4WithTheIndexBeforeTheData() throws IOException {
        Path out = folder.resolve("Gänse 1.mp4");
        MediaWriter.mp4(
                out, Scenes.clock(256, 256, 25), FrameRate.MODEL, Optional.of(Scenes.sine(440, 24_000, 24_000)));
        String bytes = new String(Files.readAllBytes(out), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
        assertThat(bytes).contains("avc1", "mp4a", "elst");
    }

    @Test
    void writesTheSameWavBytesForTheSameSound() throws IOException {
        Path out = folder.resolve("a.wav");
        MediaWriter.wav(out, Scenes.sine(440, 48_000, 101));
        assertThat(Files.size(out)).isEqualTo(44 + 303 + 1);
    }

    @Test
    void removesWhatItCouldNotComplete() {
        Path out = folder.resolve("mixed.mp4");
        List<Picture> mixed = List.of(Picture.black(64, 64), Picture.black(32, 64));
        assertThatThrownBy(() -> MediaWriter.mp4(out, mixed, FrameRate.MODEL, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("32×64 after 64×64");
        assertThat(out).doesNotExist();
    }

    @Test
    void saysWhichRateAacDoesNotKnow() {
        assertThatThrownBy(() -> MediaWriter.m4a(folder.resolve("odd.m4a"), Scenes.sine(440, 12_345, 500)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("12345 Hz");
        assertThat(new SampleRate(48_000)).isEqualTo(SampleRate.STUDIO);
    }
}
