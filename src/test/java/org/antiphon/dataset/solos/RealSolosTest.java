package org.antiphon.dataset.solos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.antiphon.dataset.PointFile;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Solos' own index files and one of its skeletons, where they lie beside the project. */
class RealSolosTest {

    private static final Path REAL = Path.of("../shared/real/solos");
    private static final String SAXOPHONIST = "OqH9szlahwU";

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(
                Files.isDirectory(REAL),
                "Solos' files are not in " + REAL.toAbsolutePath().normalize());
        for (String name : List.of("solos_ids.json", "solos_timestamps.json", "skeleton_dict.json")) {
            Files.copy(REAL.resolve(name), folder.resolve(name));
        }
        Files.createDirectories(folder.resolve("videos/Saxophone"));
        Files.createFile(folder.resolve("videos/Saxophone").resolve(SAXOPHONIST + ".mp4"));
    }

    @Test
    void oneVideoOf754IsThere() throws IOException {
        SolosCorpus corpus = SolosCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(1);
        Recording solo = corpus.recordings().get(0);
        assertThat(solo.id()).isEqualTo("Saxophone/" + SAXOPHONIST + "/1");
        assertThat(solo.instrument()).isEqualTo("sax");
        assertThat(solo.span().from()).isEqualTo(89 / 25.0);
        assertThat(solo.span().to()).isEqualTo(1618 / 25.0); // the index says 1617, the last frame
        assertThat(corpus.findings()).anyMatch(f -> f.startsWith("753 of 754 videos are not there"));
    }

    @Test
    void all1349SegmentsAreReadIfAllVideosAreThere() throws IOException {
        SolosIndex index = SolosIndex.read(folder, new SolosFiles(folder));
        assertThat(index.counter().getAsLong()).isEqualTo(5_976_615);
        for (var video : index.instruments().entrySet()) {
            Path file = folder.resolve("videos").resolve(video.getValue()).resolve(video.getKey() + ".mp4");
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        }
        SolosCorpus corpus = SolosCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(1349);
        double hours = corpus.recordings().stream()
                        .mapToDouble(r -> r.span().to() - r.span().from())
                        .sum()
                / 3600;
        assertThat(String.format(Locale.ROOT, "%.1f", hours)).isEqualTo("64.2");
        assertThat(corpus.findings()).anyMatch(f -> f.startsWith("10 videos in which no segment"));
        assertThat(corpus.recordings(Split.TEST)).hasSizeBetween(30, 120);
        assertThat(corpus.recordings(Split.VALIDATION)).hasSizeBetween(30, 120);
    }

    /** Why the second number of a segment is taken for its last frame. */
    @Test
    void manySegmentsEndWithTheLastRowOfTheirSkeletonAndNoneAfterIt() throws IOException {
        SolosIndex index = SolosIndex.read(folder, new SolosFiles(folder));
        int last = 0;
        for (var video : index.segments().entrySet()) {
            long[] rows = index.rows().get(video.getKey());
            for (long[] segment : video.getValue()) {
                assertThat(segment[1]).isLessThanOrEqualTo(rows[1] - rows[0]);
                last += segment[1] == rows[1] - rows[0] ? 1 : 0;
            }
        }
        assertThat(last).isEqualTo(441);
    }

    @Test
    void aRealSkeletonReadsAsMeasured() throws IOException {
        Path file = REAL.resolve("skeleton_npy_test.npy");
        assertThat(PointFile.rows(file, 47)).isEqualTo(1619);
        float[][][] points = PointFile.whole(file, 47).read(0, Long.MAX_VALUE);
        long seen = 0;
        for (float[][] frame : points) {
            for (float[] joint : frame) {
                seen += joint[2] > 0 ? 1 : 0;
                assertThat(joint[0]).isBetween(290f, 980f);
                assertThat(joint[1]).isBetween(210f, 840f);
            }
        }
        assertThat(seen / (1619.0 * 47)).isBetween(0.93, 0.95);
    }
}
