package org.antiphon.dataset.solos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.dataset.NpyFile;
import org.antiphon.dataset.Recording;
import org.antiphon.media.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three videos of 40, 10 and 50 frames, two of them downloaded. Segments name their last frame. */
class SolosCorpusTest {

    private static final int ROWS = 100;

    @TempDir
    Path folder;

    private Path json;
    private Path skeletons;

    @BeforeEach
    void write() throws IOException {
        json = Files.createDirectories(folder.resolve("Solos/json_files"));
        skeletons = Files.createDirectories(folder.resolve("Solos/skeleton_files"));
        Files.writeString(
                json.resolve("solos_ids.json"), "{\"Violin\": [\"-aB_1\", \"gone\"], \"DoubleBass\": [\"bass\"]}");
        Files.writeString(
                json.resolve("solos_timestamps.json"),
                "{\"DoubleBass\": {\"bass\": [[10, 49]]}, \"Violin\": {\"-aB_1\": [[0, 12], [20, 39]], \"gone\": [[0, 9]]}}");
        Files.writeString(
                skeletons.resolve("skeleton_dict.json"),
                "{\"-aB_1\": [0, 40], \"gone\": [40, 50], \"bass\": [50, 100], \"_counter\": 100}");
        Files.write(skeletons.resolve("skeleton.npy"), raw(ROWS).array());
        video("Violin/-aB_1.mp4");
        video("DoubleBass/bass.mp4");
    }

    private void video(String name) throws IOException {
        Path file = folder.resolve("videos").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    /** Row t holds 1000 t + joint as x, y is 1 more, confidence 0 where joints are interpolated: the even ones. */
    private static ByteBuffer raw(int rows) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * 3 * 47 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int t = 0; t < rows; t++) {
            for (int c = 0; c < 3; c++) {
                for (int j = 0; j < 47; j++) {
                    bytes.putFloat(c == 2 ? j % 2 : 1000 * t + j + c);
                }
            }
        }
        return bytes.flip();
    }

    private SolosCorpus open() throws IOException {
        return SolosCorpus.open(folder);
    }

    private Recording recording(String id) throws IOException {
        return open().recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachSegmentOfEachVideoThatIsThereIsARecording() throws IOException {
        assertThat(open().recordings())
                .extracting(Recording::id)
                .containsExactly("Violin/-aB_1/1", "Violin/-aB_1/2", "DoubleBass/bass/1");
        Recording second = recording("Violin/-aB_1/2");
        assertThat(second.span()).isEqualTo(new Span(0.8, 1.6)); // frames 20 to 39 at 25 a second, the last one too
        assertThat(second.instrument()).isEqualTo("vn");
        assertThat(recording("DoubleBass/bass/1").instrument()).isEqualTo("db");
        assertThat(second.video()).isEqualTo(second.sound()).hasFileName("-aB_1.mp4");
        assertThat(second.annotated()).isFalse();
        assertThat(second.notes()).isEmpty();
        assertThat(second.f0()).isEmpty();
    }

    @Test
    void videosThatWereNeverDownloadedAreCountedAndNamed() throws IOException {
        assertThat(open().findings())
                .containsExactly("1 of 3 videos are not there (never downloaded, or gone from YouTube): Violin/gone");
    }

    @Test
    void noVideoAtAllIsAnEmptyCorpusAndNoError() throws IOException {
        Files.delete(folder.resolve("videos/Violin/-aB_1.mp4"));
        Files.delete(folder.resolve("videos/DoubleBass/bass.mp4"));
        assertThat(open().recordings()).isEmpty();
        assertThat(open().findings()).anyMatch(f -> f.startsWith("3 of 3 videos are not there"));
    }

    @Test
    void skeletonsAreThoseRowsOfTheRawArrayThatBelongToTheSegment() throws IOException {
        float[][][] points = recording("DoubleBass/bass/1").skeletons().orElseThrow();
        assertThat(points).hasDimensions(40, 47);
        assertThat(points[0][5]).containsExactly(60_005, 60_006, 1); // row 50 + 10
        assertThat(points[39][46]).containsExactly(99_046, 99_047, 0);
    }

    @Test
    void aTrueNpyFileReadsLikeTheRawArray() throws IOException {
        float[][][] before = recording("Violin/-aB_1/2").skeletons().orElseThrow();
        float[] values = new float[ROWS * 3 * 47];
        raw(ROWS).asFloatBuffer().get(values);
        new NpyFile(new int[] {ROWS, 3, 47}, values).write(skeletons.resolve("skeleton.npy"), NpyFile.Type.FLOAT32);
        assertThat(recording("Violin/-aB_1/2").skeletons().orElseThrow()).isDeepEqualTo(before);
    }

    @Test
    void anArrayThatIsCutShortGivesTheSkeletonsItHas() throws IOException {
        Files.write(skeletons.resolve("skeleton.npy"), raw(60).array());
        assertThat(recording("Violin/-aB_1/1").skeletons()).isPresent();
        assertThat(recording("DoubleBass/bass/1").skeletons()).isEmpty();
        assertThat(open().findings())
                .contains(
                        "skeleton.npy has 60 rows, skeleton_dict.json says 100; it may not be completely downloaded",
                        "skeleton.npy ends before the skeletons of 1 of 3 videos");
        Files.delete(skeletons.resolve("skeleton.npy"));
        assertThat(recording("Violin/-aB_1/1").skeletons()).isEmpty();
        assertThat(open().findings()).contains("skeleton.npy is missing; there are no skeletons");
    }

    @Test
    void aVideoWithoutSegmentsIsNamedAndLeftOut() throws IOException {
        Files.writeString(
                json.resolve("solos_timestamps.json"),
                "{\"DoubleBass\": {\"bass\": []}, \"Violin\": {\"-aB_1\": [[5, 5], [0, 12], [3]], \"gone\": []}}");
        assertThat(open().recordings()).extracting(Recording::id).containsExactly("Violin/-aB_1/1");
        assertThat(open().findings())
                .contains(
                        "1 video in which no segment shows the hands, left out: bass",
                        "-aB_1: segment [5,5] is none, left out",
                        "-aB_1: segment [3] is none, left out");
    }

    @Test
    void whatIsNotInTheIndexIsNamed() throws IOException {
        video("Violin/holiday.mp4");
        assertThat(open().findings()).contains("unexpected file Violin/holiday.mp4, its id is not in the index");
    }

    @Test
    void segmentsOfAVideoShareASplitThatDownloadsDoNotChange() throws IOException {
        Recording bass = recording("DoubleBass/bass/1");
        assertThat(recording("Violin/-aB_1/1").split())
                .isEqualTo(recording("Violin/-aB_1/2").split());
        video("Violin/gone.webm");
        assertThat(recording("DoubleBass/bass/1").split()).isEqualTo(bass.split());
        assertThat(recording("Violin/gone/1").video()).hasFileName("gone.webm");
    }

    @Test
    void indexFilesMayLieBesideTheVideos() throws IOException {
        for (Path from : new Path[] {json.resolve("solos_ids.json"), json.resolve("solos_timestamps.json")}) {
            Files.move(from, folder.resolve(from.getFileName()));
        }
        assertThat(SolosCorpus.below(folder)).contains(folder);
        assertThat(open().recordings()).hasSize(3);
    }

    @Test
    void withoutAnyIndexTheRemedyIsNamed() throws IOException {
        Files.delete(json.resolve("solos_ids.json"));
        assertThat(open().findings()).anyMatch(f -> f.startsWith("solos_ids.json is missing"));
        Files.delete(json.resolve("solos_timestamps.json"));
        assertThatThrownBy(this::open).hasMessageContaining("solos_ids.json").hasMessageContaining("copy them");
        Files.writeString(json.resolve("solos_ids.json"), "{\"Violin\": [");
        assertThatThrownBy(this::open).hasMessageContaining("solos_ids.json: is no JSON");
    }

    @Test
    void foldersAndFilesMayBeNamedAsPeopleAndProgramsNameThem() throws IOException {
        Files.move(folder.resolve("videos/Violin"), folder.resolve("videos/violin"));
        Files.move(folder.resolve("videos/DoubleBass"), folder.resolve("videos/Double Bass"));
        Files.move(folder.resolve("videos/Double Bass/bass.mp4"), folder.resolve("videos/Double Bass/bass.MP4"));
        Files.writeString(json.resolve("solos_ids.json"), """
                {"Violin": ["-aB_1", "gone", "a_Title-1d0"], "DoubleBass": ["bass"]}""");
        video("violin/Bach (1720) [a_Title-1d0].webm");
        video("violin/._-aB_1.mp4");
        video("gone.mkv"); // beside the folders of the instruments
        assertThat(open().recordings())
                .extracting(Recording::id)
                .contains("Violin/-aB_1/1", "DoubleBass/bass/1", "Violin/gone/1", "Violin/a_Title-1d0/1");
        assertThat(open().findings()).noneMatch(f -> f.contains("unexpected") || f.contains("not there"));
    }

    @Test
    void whatElseLiesThereIsNamedAndNeverUsed() throws IOException {
        video("Harp/harp.mp4");
        video("DoubleBass/gone.mp4");
        video("Violin/bass.mp4.part");
        Files.createDirectory(folder.resolve("videos/Violin/dir.mp4"));
        assertThat(open().recordings()).hasSize(3);
        assertThat(open().findings())
                .contains(
                        "unexpected file Harp/harp.mp4, its id is not in the index",
                        "unexpected file DoubleBass/gone.mp4, the index has it for Violin");
    }

    @Test
    void indicesMayHoldMoreThanTheyShould() throws IOException {
        Files.writeString(
                json.resolve("solos_ids.json"),
                "{\"_license\": \"MIT\", \"Violin\": [\"-aB_1\", \"gone\"], \"DoubleBass\": [\"bass\", \"gone\"],"
                        + " \"Flute\": 3}");
        Files.writeString(
                json.resolve("solos_timestamps.json"),
                "{\"_fps\": 25, \"DoubleBass\": {\"bass\": [[10.0, 49.0], [0.4, 1.96]]}, \"Violin\":"
                        + " {\"-aB_1\": {\"segments\": [[0, 9]]}, \"gone\": null, \"never\": [[0, 9]]}}");
        assertThat(open().recordings()).extracting(Recording::id).containsExactly("DoubleBass/bass/1");
        assertThat(open().findings())
                .contains(
                        "solos_ids.json: Flute is no list of videos, left out",
                        "gone: is listed for Violin and for DoubleBass, taken as Violin",
                        "1 of the videos in solos_timestamps.json are not in solos_ids.json, left out: never",
                        "bass: segment [0.4,1.96] is none, left out; frames at 25 a second are meant, not seconds",
                        "-aB_1: has no list of segments in solos_timestamps.json but {\"segments\":[[0,9]]}",
                        "gone: has no list of segments in solos_timestamps.json but null");
    }

    @Test
    void anArrayThatEndsInsideARowIsNamedAndGivesItsWholeRows() throws IOException {
        Files.write(skeletons.resolve("skeleton.npy"), java.util.Arrays.copyOf(raw(60).array(), 60 * 564 - 64));
        assertThat(recording("Violin/-aB_1/1").skeletons()).isPresent();
        assertThat(recording("DoubleBass/bass/1").skeletons()).isEmpty();
        assertThat(open().findings())
                .contains(
                        "skeleton.npy is no whole number of rows of 3 × 47 float32, 500 bytes follow the last; it may not"
                                + " be completely downloaded");
    }

    @Test
    void aVideoWithoutRowsIsUsedWithoutSkeletonAndNamed() throws IOException {
        Files.writeString(
                skeletons.resolve("skeleton_dict.json"), "{\"bass\": [50, 100], \"_counter\": 100, \"_v\": 2}");
        assertThat(recording("Violin/-aB_1/1").skeletons()).isEmpty();
        assertThat(open().findings())
                .contains("1 video without an entry in skeleton_dict.json, without skeletons therefore: -aB_1");
    }

    @Test
    void theCorpusIsFoundBelowTheFolderThatIsNamed() throws IOException {
        Path above = Files.createDirectories(folder.resolve("outer"));
        Path data = Files.createDirectories(above.resolve("data/Solos-master")).resolve("x");
        Files.createDirectories(data);
        Files.move(folder.resolve("Solos"), data.resolve("Solos"));
        Files.move(folder.resolve("videos"), data.resolve("videos"));
        assertThat(SolosCorpus.below(above)).contains(data);
        assertThat(SolosCorpus.open(above).recordings()).hasSize(3);
    }
}
