package org.antiphon.dataset.etude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtudeCorpusTest {

    private static final Seed SEED = new Seed(5);
    private static final List<Performer> DUO = List.of(Performer.VIOLIN, Performer.PIANO);

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        EtudeCorpusWriter.write(folder, 2, SEED, DUO, Progress.NONE);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        EtudeCorpus corpus = EtudeCorpus.open(folder);
        assertThat(corpus.findings()).isEmpty();
        assertThat(corpus.recordings()).extracting(Recording::instrument).containsExactly("vn", "pno");
        for (int i = 0; i < 2; i++) {
            Etude etude = Etude.plan(2, SEED, DUO).get(i);
            Performance performance = etude.performance();
            Recording recording = corpus.recordings().get(i);
            int frames = (int) Math.round(performance.seconds() * 25);
            assertThat(recording.composition()).isEqualTo(etude.composition());
            assertThat(recording.split()).isEqualTo(etude.split());
            assertThat(recording.notes().orElseThrow()).hasSameSizeAs(performance.notes());
            assertThat(recording.skeletons().orElseThrow()).hasDimensions(frames, 47);
            assertThat(recording.tools().orElseThrow()).hasDimensions(frames, 8);
            List<FlowField> flow = recording.trueFlow().orElseThrow();
            assertThat(flow).hasSize((frames + 4) / 5);
            float farthest = 0;
            float leastSure = 1;
            for (int k = 0; k < 64 * 64; k++) {
                farthest = Math.max(farthest, Math.abs(flow.get(0).dx()[k]));
                leastSure = Math.min(leastSure, flow.get(0).confidence()[k]);
            }
            assertThat(farthest).as("frame 0 has not moved from itself").isLessThan(1e-3f);
            assertThat(leastSure).as("frame 0 sees all of itself").isGreaterThan(0.99f);
        }
    }

    @Test
    void frequenciesOnDiskAreThoseOfThePerformance() throws IOException {
        float[] expected = Etude.plan(2, SEED, DUO).get(0).performance().f0();
        float[] read = EtudeCorpus.open(folder).recordings().get(0).f0().orElseThrow();
        int differing = 0;
        for (int i = 0; i < Math.min(read.length, expected.length); i++) {
            boolean same = read[i] == 0 ? expected[i] == 0 : Math.abs(read[i] / expected[i] - 1) < 0.003;
            differing += same ? 0 : 1;
        }
        assertThat(read.length).isGreaterThan(expected.length - 8);
        assertThat(differing).isLessThan(read.length / 20);
    }

    @Test
    void theSameSeedWritesTheSameAnnotation(@TempDir Path other) throws IOException {
        EtudeCorpusWriter.write(other, 2, SEED, DUO, Progress.NONE);
        assertThat(other.resolve("manifest.json")).hasSameTextualContentAs(folder.resolve("manifest.json"));
    }

    @Test
    void theAnnotationOfAnEtudeIsTheSameOnEveryMachine() {
        Performance performance =
                Etude.plan(1, new Seed(1), List.of(Performer.VIOLIN)).get(0).performance();
        String text = EtudeAnnotation.notes(performance) + EtudeAnnotation.f0(performance);
        assertThat(new Checksum().add(text.getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("3f3afb09b11a2e4060c5966e815809458757581582d8cf52e8b2fe831ff104a0");
    }

    @Test
    void aCompleteRecordingIsKeptAndALostOneWrittenAgain(@TempDir Path other) throws IOException {
        EtudeCorpusWriter.write(other, 2, SEED, DUO, Progress.NONE);
        Path first = EtudeCorpus.open(other).recordings().get(0).video();
        Path second = EtudeCorpus.open(other).recordings().get(1).video();
        Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.fromMillis(1000));
        try (var files = Files.list(second.getParent())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(second.getParent());
        List<Double> shares = new ArrayList<>();
        EtudeCorpusWriter.write(other, 2, SEED, DUO, (stage, share) -> shares.add(share));
        assertThat(shares).containsExactly(1.0);
        assertThat(Files.getLastModifiedTime(first).toMillis()).isEqualTo(1000);
        assertThat(second).exists();
    }

    @Test
    void withoutFilmTheAnnotationIsTheSame(@TempDir Path other) throws IOException {
        EtudeCorpusWriter.write(other, 2, SEED, DUO, false, Progress.NONE);
        List<Recording> heard = EtudeCorpus.open(other).recordings();
        List<Recording> filmed = EtudeCorpus.open(folder).recordings();
        for (int i = 0; i < 2; i++) {
            assertThat(heard.get(i).filmed()).isFalse();
            assertThat(filmed.get(i).filmed()).isTrue();
            assertThat(heard.get(i).trueFlow()).isEmpty();
            assertThat(heard.get(i).sound())
                    .hasSameBinaryContentAs(filmed.get(i).sound());
            assertThat(heard.get(i).skeletons().orElseThrow())
                    .isDeepEqualTo(filmed.get(i).skeletons().orElseThrow());
        }
        assertThatThrownBy(() -> EtudeCorpusWriter.write(other, 2, SEED, DUO, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without film");
    }

    @Test
    void anotherSeedIsRefusedForTheSameFolder() {
        assertThatThrownBy(() -> EtudeCorpusWriter.write(folder, 2, new Seed(6), DUO, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed 5")
                .hasMessageContaining("seed 6");
    }

    @Test
    void cancellingLeavesNoHalfRecording(@TempDir Path other) {
        Progress cancel = (stage, share) -> {
            throw new CancellationException("enough");
        };
        assertThatThrownBy(() -> EtudeCorpusWriter.write(other, 3, SEED, DUO, cancel))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> EtudeCorpus.open(other)).hasMessageContaining("manifest.json is missing");
    }
}
