package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFilesTest {

    @TempDir
    Path folder;

    @Test
    void writesASpectrogramWithItsAxes() throws IOException {
        Path file = folder.resolve("s");
        ViewFiles.spectrogram(file, new Mel(new float[] {-50, 50, 0, 0}, 2, 2, Hop.MODEL, SampleRate.MODEL));
        ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(read.getInt(0)).isEqualTo('A' | 'N' << 8 | 'S' << 16 | 'P' << 24);
        assertThat(List.of(read.getInt(4), read.getInt(8), read.getInt(12))).containsExactly(1, 2, 2);
        assertThat(read.getFloat(16)).isEqualTo(100f);
        assertThat(read.getFloat(20)).isEqualTo(12_000f);
        assertThat(read.get(24) & 0xFF).isZero();
        assertThat(read.get(25) & 0xFF).isEqualTo(255);
        assertThat(read.capacity()).isEqualTo(28);
    }

    @Test
    void writesMotionInQuarterPixels() throws IOException {
        Path file = folder.resolve("m");
        FlowField field = new FlowField(1, 2, new float[] {1.5f, 99}, new float[] {-2, -99}, new float[2]);
        ViewFiles.motion(file, List.of(field), FrameRate.MODEL);
        ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(List.of(read.getInt(8), read.getInt(12), read.getInt(16))).containsExactly(1, 1, 2);
        assertThat(read.getFloat(20)).isEqualTo(25f);
        assertThat(List.of(read.get(24), read.get(25), read.get(26), read.get(27)))
                .containsExactly((byte) 6, (byte) -8, (byte) 127, (byte) -127);
    }

    @Test
    void writesATrackThatCanBeReadBackWithItsNotes() throws IOException {
        Path file = folder.resolve("t.json");
        TrackFile.write(file, FakeModels.track(new Timeline(20)), new ObjectMapper());
        JsonNode read = new ObjectMapper().readTree(file.toFile());
        assertThat(read.get("rate").asInt()).isEqualTo(50);
        assertThat(read.get("loudness").size()).isEqualTo(40);
        assertThat(read.get("loudness").get(0).asDouble()).isEqualTo(-20);
        JsonNode note = read.get("notes").get(0);
        assertThat(note.get("midi").asInt()).isEqualTo(69);
        assertThat(note.get("onset").asDouble()).isEqualTo(0.1);
        assertThat(note.get("duration").asDouble()).isEqualTo(0.2);
    }

    @Test
    void splitsARepeatedNoteWhereItIsStruckAnew() {
        PerformanceTrack held = FakeModels.track(new Timeline(20));
        held.attack()[10 * PerformanceTrack.SEMITONES + 69 - PerformanceTrack.LOWEST_NOTE] = 0.9f;
        assertThat(TrackNotes.of(held)).extracting(TrackNotes.TrackNote::onset).containsExactly(0.1, 0.2);
    }

    @Test
    void writesAPosterWithTheSamePixels() throws IOException {
        Path file = folder.resolve("p.png");
        ViewFiles.poster(file, new Picture(2, 1, new byte[] {(byte) 200, 100, 50, 1, 2, 3}));
        assertThat(ImageIO.read(file.toFile()).getRGB(0, 0) & 0xFFFFFF).isEqualTo(200 << 16 | 100 << 8 | 50);
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 0) & 0xFFFFFF).isEqualTo(0x010203);
    }
}
