package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.MediaWriter;
import org.antiphon.platform.Digest;
import org.antiphon.platform.FileArtifactStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaddingTest {

    @TempDir
    Path folder;

    private FileArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileArtifactStore(
                folder.resolve("store"), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void findsTheRoomAtTheEndOfASound() throws IOException {
        // an odd number of samples of three bytes: the data chunk has a byte of padding of its own
        for (int samples : new int[] {4800, 4801}) {
            Path file = folder.resolve(samples + ".wav");
            MediaWriter.wav(file, Waveform.silence(samples, SampleRate.STUDIO));
            assertThat(of(file)).isEmpty();
            org.antiphon.media.Padding.wav(file);
            long size = Files.size(file);
            assertThat(of(file)).contains(new Padding(size - org.antiphon.media.Padding.ROOM, size));
        }
    }

    @Test
    void findsTheRoomAtTheEndOfAVideo() throws IOException {
        Path file = folder.resolve("clip.mp4");
        Waveform sound = Waveform.silence(1920, SampleRate.STUDIO);
        MediaWriter.mp4(file, List.of(Picture.black(32, 32)), FrameRate.MODEL, Optional.of(sound));
        assertThat(of(file)).isEmpty();
        long size = org.antiphon.media.Padding.mp4(List.of(file));
        assertThat(of(file)).contains(new Padding(size - org.antiphon.media.Padding.ROOM, size));
    }

    @Test
    void findsNoneInWhatIsNeither() throws IOException {
        for (String content :
                new String[] {"", "RIFF", "RIFF0000WAVE", "RIFF0000WAVEJUNK\u0004\0\0\0abc", "no media"}) {
            Path file = folder.resolve("other");
            Files.write(file, content.getBytes(StandardCharsets.US_ASCII));
            assertThat(of(file)).as(content).isEmpty();
        }
    }

    private Optional<Padding> of(Path file) throws IOException {
        Digest digest = store.put(file).digest();
        return Padding.of(store, digest, store.bytes(digest));
    }
}
