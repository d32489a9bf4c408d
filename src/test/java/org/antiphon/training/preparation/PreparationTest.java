package org.antiphon.training.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.etude.EtudeCorpus;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.nn.Half;
import org.antiphon.training.preparation.Configuration.Skeletons;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.PreparedRecording.SkeletonOrigin;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.ShardReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    private static final Configuration WHOLE = new Configuration(Configuration.MINUTE, Skeletons.ANNOTATED);
    private static final Configuration CUT = new Configuration(100, Skeletons.ANNOTATED);

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static Path whole;
    private static Preparation.Result first;

    @BeforeAll
    static void prepareOnce() throws IOException {
        corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(corpus, 2, new Seed(3), List.of(Performer.CELLO, Performer.VIBRAPHONE), Progress.NONE);
        whole = folder.resolve("whole");
        first = prepare(whole, WHOLE);
    }

    private static Preparation.Result prepare(Path output, Configuration configuration) throws IOException {
        return new Preparation(CorpusKind.ETUDE, EtudeCorpus.open(corpus), output, configuration, Path.of("models"))
                .run(2, Progress.NONE);
    }

    @Test
    void tellsWhatItMadeAndKnowsItAgain() throws IOException {
        assertThat(first.made()).isEqualTo(2);
        assertThat(first.index().recordings()).allSatisfy(recording -> {
            assertThat(recording.shards()).hasSize(1);
            assertThat(recording.facts().orElseThrow().notes()).isPositive();
            assertThat(recording.facts().orElseThrow().skeleton()).isEqualTo(SkeletonOrigin.ANNOTATED);
        });
        assertThat(ShardIndex.read(whole)).isEqualTo(first.index());
        Map<String, String> before = bytes(whole);
        Preparation.Result second = prepare(whole, WHOLE);
        assertThat(second.made()).isZero();
        assertThat(second.kept()).isEqualTo(2);
        assertThat(bytes(whole)).isEqualTo(before);
    }

    @Test
    void aRecordingThatIsCutHoldsWhatItHoldsInOnePiece() throws IOException {
        Path cut = folder.resolve("cut");
        ShardIndex index = prepare(cut, CUT).index();
        for (int r = 0; r < 2; r++) {
            PreparedRecording parts = index.recordings().get(r);
            PreparedRecording one = first.index().recordings().get(r);
            assertThat(parts.shards()).hasSizeGreaterThan(1);
            assertThat(parts.frames()).isEqualTo(one.frames());
            assertThat(parts.facts().orElseThrow().pitches())
                    .isEqualTo(one.facts().orElseThrow().pitches());
            for (Section section : List.of(
                    Section.PICTURES, Section.FLOW, Section.MEL, Section.SOUND, Section.POINTS, Section.SKELETON)) {
                assertThat(Arrays.equals(all(cut, parts, section), all(whole, one, section)))
                        .as("%s of %s", section, one.id())
                        .isTrue();
            }
            assertThat(farthest(all(cut, parts, Section.LATENT), all(whole, one, Section.LATENT)))
                    .isLessThan(0.002f); // sums that begin elsewhere round differently
        }
    }

    @Test
    void aDamagedShardIsMadeAnewAndTheOthersAreKept() throws IOException {
        Path damaged = folder.resolve("damaged");
        prepare(damaged, WHOLE);
        Map<String, String> before = bytes(damaged);
        Path shard = ShardIndex.shards(damaged)
                .resolve(first.index().recordings().get(1).shards().get(0).file());
        byte[] content = Files.readAllBytes(shard);
        content[new Random(4).nextInt(content.length)] ^= 8;
        Files.write(shard, content);
        Preparation.Result again = prepare(damaged, WHOLE);
        assertThat(again.made()).isEqualTo(1);
        assertThat(again.kept()).isEqualTo(1);
        assertThat(bytes(damaged)).isEqualTo(before);
    }

    @Test
    void whatCannotBeUsedIsNamedWithTheReasonAndTheRestIsUsed() throws IOException {
        Path broken = folder.resolve("broken");
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file :
                    files.filter(f -> !f.startsWith(corpus.resolve("prepared"))).toList()) {
                Path copy = broken.resolve(corpus.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        String id = first.index().recordings().get(0).id();
        try (Stream<Path> files = Files.list(broken.resolve("dataset").resolve(id))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("AuSep"))
                    .toList()) {
                Files.writeString(file, "no sound at all");
            }
        }
        Path output = folder.resolve("of-broken");
        Preparation preparation =
                new Preparation(CorpusKind.ETUDE, EtudeCorpus.open(broken), output, WHOLE, Path.of("models"));
        Preparation.Result result = preparation.run(1, Progress.NONE);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(result.made()).isEqualTo(1);
        assertThat(result.index().recordings().get(0).skipped().orElseThrow()).contains("AuSep_1");
        assertThat(output.resolve("report.html"))
                .content()
                .contains("cannot be used")
                .contains("AuSep_1");
        assertThat(all(output, result.index().recordings().get(1), Section.SOUND))
                .isEqualTo(all(whole, first.index().recordings().get(1), Section.SOUND));
    }

    @Test
    void twoAtATimeAreRefused() throws IOException {
        try (FolderLock held = FolderLock.take(whole)) {
            assertThatThrownBy(() -> prepare(whole, WHOLE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process is preparing into " + whole);
        }
    }

    @Test
    void theReportShowsEachRecordingAndNeedsNothingElse() {
        assertThat(whole.resolve("report.html"))
                .content()
                .contains("2 recordings are ready", "How long they are", "Which notes are played", "data:image/jpeg")
                .contains(first.index().recordings().get(0).id())
                .contains("<td>cello</td>", "<td>vibraphone</td>")
                .contains("None of these is for")
                .doesNotContain("should be looked at", "src=\"http", "<script", "url(");
    }

    private static byte[] all(Path output, PreparedRecording recording, Section section) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(recording.frames() * section.itemBytes());
        for (PreparedRecording.Shard shard : recording.shards()) {
            ShardReader reader = ShardReader.open(ShardIndex.shards(output).resolve(shard.file()));
            all.put(reader.read(section, 0, reader.items(section)));
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    private static float farthest(byte[] a, byte[] b) {
        ByteBuffer one = ByteBuffer.wrap(a).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer two = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(a).hasSameSizeAs(b);
        float farthest = 0;
        while (one.hasRemaining()) {
            farthest = Math.max(farthest, Math.abs(Half.toFloat(one.getShort()) - Half.toFloat(two.getShort())));
        }
        return farthest;
    }

    /** Every file of a folder with the hash of its bytes. */
    static Map<String, String> bytes(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile).forEach(files::add);
        }
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : files) {
            bytes.put(folder.relativize(file).toString(), org.antiphon.training.shard.Hashes.ofFile(file));
        }
        return bytes;
    }
}
