package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.SampleRate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolatedMediaReaderTest {

    private static final MediaLimits STRICT =
            new MediaLimits(50_000_000, 36_000_000, Duration.ofSeconds(20), 8, Duration.ofSeconds(20));

    private static final IsolatedMediaReader READER = new IsolatedMediaReader(STRICT, 2, Saboteur.class, 400L << 20);

    @TempDir
    Path folder;

    @AfterAll
    static void endSpareProcess() {
        READER.close();
    }

    private Path wav(String name) throws IOException {
        Path file = folder.resolve(name);
        MediaWriter.wav(file, Scenes.sine(440, 8_000, 4_000));
        return file;
    }

    @Test
    void decodesExactlyWhatTheDirectReaderDecodes() throws Exception {
        Path file = folder.resolve("Übung 1.mp4");
        MediaWriter.mp4(
                file, Scenes.clock(128, 96, 20), FrameRate.MODEL, Optional.of(Scenes.sine(440, 48_000, 50_000)));
        try (IsolatedMediaReader reader = new IsolatedMediaReader()) {
            Clip here = new DirectMediaReader().decode(file, DecodeRequest.forModel());
            Clip there = reader.decode(file, DecodeRequest.forModel());
            assertThat(there.sound().orElseThrow().samples())
                    .isEqualTo(here.sound().orElseThrow().samples());
            assertThat(there.frames().orElseThrow().count()).isEqualTo(20);
            for (int i = 0; i < 20; i++) {
                assertThat(there.frames().get().pictures().get(i).rgb())
                        .isEqualTo(here.frames().orElseThrow().pictures().get(i).rgb());
            }
            assertThat(reader.probe(file)).isEqualTo(new DirectMediaReader().probe(file));
            assertThat(reader.picture(file, 64).width()).isEqualTo(64);
            Path copy = folder.resolve("copy.mp4");
            reader.browserCopy(file, 64, copy);
            assertThat(reader.probe(copy).video().orElseThrow().width()).isEqualTo(64);
            assertThatThrownBy(() -> READER.browserCopy(wav("crash.wav"), 64, copy))
                    .isInstanceOf(MediaRejected.class);
            assertThat(copy).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "crash.wav, DECODER_DIED, decoder fail",
        "native-memory.wav, DECODER_DIED, out of memory",
        "heap.wav, DECODER_DIED, out of memory",
        "long-picture.wav, DECODER_DIED, decoder fail",
        "endless-sound.wav, DECODER_DIED, decoder fail",
        "garbage.wav, DECODER_DIED, decoder fail",
        "half.wav, DECODER_DIED, decoder fail",
    })
    void reportsAFileThatKillsTheDecoderAndWorksOn(String name, RejectionCode code, String finding) throws Exception {
        MediaRejected rejected =
                catchThrowableOfType(MediaRejected.class, () -> READER.decode(wav(name), DecodeRequest.forModel()));
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected).hasMessageContaining(name).hasMessageContaining(finding);
        assertThat(READER.decode(wav("good.wav"), DecodeRequest.forModel())
                        .sound()
                        .orElseThrow()
                        .length())
                .isEqualTo(12_000);
    }

    @Test
    void endsADecoderThatHangs() throws Exception {
        MediaLimits hasty = new MediaLimits(50_000_000, 36_000_000, Duration.ofSeconds(20), 8, Duration.ofMillis(300));
        try (IsolatedMediaReader reader = new IsolatedMediaReader(hasty, 1, Saboteur.class, 400L << 20)) {
            MediaRejected rejected = catchThrowableOfType(
                    MediaRejected.class, () -> reader.decode(wav("hang.wav"), DecodeRequest.forModel()));
            assertThat(rejected.code()).isEqualTo(RejectionCode.TOO_SLOW);
        }
    }

    @Test
    void serviceGoesOnForOthersWhileOneFileKillsItsDecoder() throws Exception {
        Path good = wav("good.wav");
        Path bad = wav("crash.wav");
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> lengths = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lengths.add(callers.submit(() -> READER.decode(good, DecodeRequest.forModel())
                    .sound()
                    .orElseThrow()
                    .length()));
            assertThatThrownBy(() -> READER.decode(bad, DecodeRequest.forModel()))
                    .isInstanceOf(MediaRejected.class);
        }
        for (Future<Integer> length : lengths) {
            assertThat(length.get()).isEqualTo(12_000);
        }
        callers.shutdown();
    }

    @Test
    void handsOnTheRefusalInWordsWithTheNameThePersonKnows() throws Exception {
        Path file = folder.resolve("3f9a.blob");
        Files.writeString(file, "#EXTM3U\n#EXTINF:1,\nhttp://example.org/secret.ts\n");
        assertThatThrownBy(() -> READER.probe(file)).isInstanceOfSatisfying(MediaRejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(RejectionCode.UNKNOWN_KIND);
            assertThat(rejected.forFile("song.mp4")).hasMessageStartingWith("“song.mp4” is a playlist");
        });
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "RIFF????WAVEnothing at all follows");
        assertThatThrownBy(() -> READER.decode(broken, DecodeRequest.soundAt(SampleRate.MODEL)))
                .isInstanceOfSatisfying(MediaRejected.class, rejected -> assertThat(rejected.code())
                        .isIn(RejectionCode.DAMAGED, RejectionCode.NOTHING_INSIDE));
    }
}
