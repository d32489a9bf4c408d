package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.antiphon.platform.Digest;
import org.antiphon.platform.FileArtifactStore;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VeilTest {

    private static final byte[] HERE = "what stands here".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] THERE = "and what is there".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** One step of 16 bits, and half a step of 24 for rounding. */
    private static final double MOST = 1.01 / (1 << 15);

    @TempDir
    Path folder;

    private FileArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileArtifactStore(
                folder.resolve("store"), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    private static float[] tone() {
        float[] tone = new float[4801];
        for (int i = 0; i < tone.length; i++) {
            // up to full scale, where noise must not turn over
            tone[i] = (float) Math.sin(i * 0.05);
        }
        return tone;
    }

    private Digest clip() throws IOException {
        Path file = folder.resolve("clip.wav");
        MediaWriter.wav(file, new Waveform(tone(), SampleRate.STUDIO));
        org.antiphon.media.Padding.wav(file);
        return store.put(file).digest();
    }

    private byte[] seen(Digest clip, byte[] seed, long from, long length) throws IOException {
        try (InputStream in = Veil.of(store, clip, store.bytes(clip)).open(store, clip, 0, seed, from, length)) {
            return in.readAllBytes();
        }
    }

    private float[] heard(byte[] file) throws IOException, MediaRejected {
        Path path = Files.write(folder.resolve("heard.wav"), file);
        return new DirectMediaReader()
                .decode(path, DecodeRequest.soundAt(SampleRate.STUDIO))
                .sound()
                .orElseThrow()
                .samples();
    }

    @Test
    void leavesNoStretchOfSoundThatIsEqualInTwoPlaces() throws IOException, MediaRejected {
        Digest clip = clip();
        float[] here = heard(seen(clip, HERE, 0, store.bytes(clip)));
        float[] there = heard(seen(clip, THERE, 0, store.bytes(clip)));
        for (int second = 0; second + 64 <= here.length; second += 64) {
            assertThat(Arrays.copyOfRange(here, second, second + 64))
                    .isNotEqualTo(Arrays.copyOfRange(there, second, second + 64));
        }
    }

    @Test
    void addsNothingThatCanBeHeard() throws IOException, MediaRejected {
        Digest clip = clip();
        float[] plain = heard(Files.readAllBytes(store.local(clip)));
        float[] veiled = heard(seen(clip, HERE, 0, store.bytes(clip)));
        assertThat(veiled).hasSameSizeAs(plain);
        double energy = 0;
        double mean = 0;
        for (int i = 0; i < plain.length; i++) {
            double noise = veiled[i] - plain[i];
            assertThat(Math.abs(noise)).isLessThanOrEqualTo(MOST);
            energy += noise * noise / plain.length;
            mean += noise / plain.length;
        }
        assertThat(10 * Math.log10(energy)).isBetween(-99.0, -97.0);
        assertThat(Math.abs(mean)).isLessThan(MOST / 20);
    }

    @Test
    void givesRangesThatFitTogether() throws IOException {
        Digest clip = clip();
        int size = Math.toIntExact(store.bytes(clip));
        byte[] whole = seen(clip, HERE, 0, size);
        assertThat(whole).hasSize(size);
        for (int cut : new int[] {1, 43, 44, 45, 46, 47, 100, 101, 102, 12_500, size - 1100, size - 1, size}) {
            byte[] joined = Arrays.copyOf(seen(clip, HERE, 0, cut), size);
            System.arraycopy(seen(clip, HERE, cut, size - cut), 0, joined, cut, size - cut);
            assertThat(joined).as("cut at %d", cut).isEqualTo(whole);
            assertThat(seen(clip, HERE, Math.max(0, cut - 7), Math.min(3, size - cut)))
                    .isEqualTo(Arrays.copyOfRange(
                            whole, Math.max(0, cut - 7), Math.max(0, cut - 7) + Math.min(3, size - cut)));
        }
    }

    @Test
    void knowsSamplesOfSixteenBits() throws IOException {
        byte[] file = PagesStudy.clip(new Stimulus(new Id("one"), new Id("performed")), 1)
                .bytes();
        Digest clip = store.put(new ByteArrayInputStream(file)).digest();
        assertThat(Pcm.of(store, clip)).contains(new Pcm(44, 44 + 96_000, 2));
        byte[] seen = seen(clip, HERE, 0, file.length);
        assertThat(seen).hasSameSizeAs(file);
        for (int at = 44; at < 44 + 96_000; at += 2) {
            assertThat(Math.abs(sample(seen, at) - sample(file, at))).isLessThanOrEqualTo(1);
        }
    }

    private static int sample(byte[] bytes, int at) {
        return (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
    }

    @Test
    void leavesWhatIsNoSoundAlone() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5};
        Digest other = store.put(new ByteArrayInputStream(bytes)).digest();
        assertThat(seen(other, HERE, 1, 3)).containsExactly(2, 3, 4);
    }
}
