package org.antiphon.dataset.urmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.media.Crop;
import org.antiphon.media.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrmpCorpusTest {

    @TempDir
    Path folder;

    private UrmpTree tree;

    @BeforeEach
    void write() throws IOException {
        tree = new UrmpTree(folder);
        tree.piece("15_Surprise_tpt_tpt_tbn", "tpt", "tpt", "tpt");
        tree.piece("01_Jupiter_vn_vc");
        Files.createDirectories(folder.resolve("Supplementary_Files"));
        Files.writeString(folder.resolve("README.txt"), "not a piece");
    }

    private Recording recording(String id) throws IOException {
        return UrmpCorpus.open(folder).recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Path jupiter(String file) {
        return folder.resolve("01_Jupiter_vn_vc").resolve(file);
    }

    @Test
    void theFolderSaysTheInstrumentWhateverTheFileSays() throws IOException {
        assertThat(recording("15_Surprise_tpt_tpt_tbn/3").instrument()).isEqualTo("tbn");
        assertThat(recording("15_Surprise_tpt_tpt_tbn/3").sound()).hasFileName("AuSep_3_tpt_15_Surprise.wav");
        assertThat(UrmpCorpus.open(folder).findings()).anyMatch(f -> f.contains("taken as tbn"));
    }

    @Test
    void otherFoldersAreIgnoredAndPlayersComeInScoreOrder() throws IOException {
        assertThat(UrmpCorpus.open(folder).recordings())
                .extracting(Recording::id)
                .containsExactly(
                        "01_Jupiter_vn_vc/1",
                        "01_Jupiter_vn_vc/2",
                        "15_Surprise_tpt_tpt_tbn/1",
                        "15_Surprise_tpt_tpt_tbn/2",
                        "15_Surprise_tpt_tpt_tbn/3");
        assertThat(recording("01_Jupiter_vn_vc/2").players()).isEqualTo(2);
        assertThat(UrmpCorpus.open(folder).findings()).noneMatch(f -> f.contains("Supplementary"));
    }

    @Test
    void aFolderOfAnUnknownInstrumentIsIgnoredByName() throws IOException {
        Files.createDirectories(folder.resolve("03_Dance_fl_kazoo"));
        assertThat(UrmpCorpus.open(folder).findings())
                .contains("03_Dance_fl_kazoo: not named like 01_Jupiter_vn_vc, ignored");
    }

    @Test
    void theFolderAboveTheDatasetWillDo() throws IOException {
        for (String name : new String[] {"Dataset", "dataset"}) {
            Path parent = folder.resolve("above " + name);
            new UrmpTree(parent.resolve(name)).piece("02_Sonata_vn_vn");
            assertThat(UrmpCorpus.below(parent)).contains(parent.resolve(name));
            assertThat(UrmpCorpus.open(parent).recordings()).hasSize(2);
        }
        Path piece = folder.resolve("01_Jupiter_vn_vc");
        assertThatThrownBy(() -> UrmpCorpus.open(piece)).hasMessageContaining("give the folder above");
    }

    @Test
    void aRecordingBeginsAQuarterOfASecondBeforeItsFirstNote() throws IOException {
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "9.0\t392\t0.5\n7.61\t440\t0.5\n");
        Recording recording = recording("01_Jupiter_vn_vc/1");
        assertThat(recording.span()).isEqualTo(Span.since(7.36));
        assertThat(recording.notes().orElseThrow().get(0).onset()).isCloseTo(0.25, within(1e-9));
        assertThat(recording("01_Jupiter_vn_vc/2").span().from()).isEqualTo(2.24); // 2.5 - 0.25 at a picture
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "0.1\t392\t0.5\n");
        assertThat(recording("01_Jupiter_vn_vc/1").span()).isEqualTo(Span.WHOLE);
    }

    @Test
    void notesAcceptWindowsLineEndsAndSkipWhatIsNotFinite() throws IOException {
        Files.writeString(
                jupiter("Notes_1_vn_01_Jupiter.txt"),
                "\uFEFF0.5   392.0 0.5\r\nnan\t440\t1\r\n0.2\t440.0\t0.25\r\n3\tInf\t1\r\n\r\n");
        assertThat(recording("01_Jupiter_vn_vc/1").notes().orElseThrow())
                .containsExactly(new Note(0.2, 440, 0.25), new Note(0.5, 392, 0.5));
    }

    @Test
    void aLineThatIsNoNumberIsNamedWithFileAndLineAndTheRestIsUsed() throws IOException {
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "1 440 1\n2 la 1\n");
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(4);
        assertThat(corpus.findings())
                .anyMatch(f -> f.contains("01_Jupiter_vn_vc/1")
                        && f.contains("Notes_1_vn_01_Jupiter.txt, line 2: \"la\" is not a number"));
        Files.writeString(jupiter("F0s_2_vc_01_Jupiter.txt"), "0.023 0\n0.033\n");
        assertThatThrownBy(() -> recording("01_Jupiter_vn_vc/2").f0())
                .hasMessageContaining("F0s_2_vc_01_Jupiter.txt, line 2");
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "\n");
        assertThat(UrmpCorpus.open(folder).findings()).anyMatch(f -> f.contains("holds no note"));
    }

    @Test
    void frequenciesComeOnAGridWhereTheirTimesSayTheyBelong() throws IOException {
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "0.1\t440\t0.25\n");
        float[] f0 = recording("01_Jupiter_vn_vc/1").f0().orElseThrow();
        assertThat(f0).hasSize(5);
        assertThat(f0[2]).isZero();
        assertThat(f0[3]).isEqualTo(440f);
        assertThat(f0[4]).isBetween(441f, 442f);
    }

    @Test
    void frequenciesBeginWithTheRecordingAndSkipWhatIsNotFinite() throws IOException {
        Files.writeString(jupiter("Notes_1_vn_01_Jupiter.txt"), "1.25\t400\t1\n");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            double time = 0.023 + i * 0.01;
            rows.append(time)
                    .append('\t')
                    .append(i == 150 ? "nan" : Double.toString(300 + 100 * time))
                    .append("\r\n");
        }
        Files.writeString(jupiter("F0s_1_vn_01_Jupiter.txt"), rows);
        Recording recording = recording("01_Jupiter_vn_vc/1");
        assertThat(recording.span().from()).isEqualTo(1);
        float[] f0 = recording.f0().orElseThrow();
        assertThat(f0).hasSize(102); // to the last row at 2.013 s
        for (int i = 0; i < f0.length; i++) {
            assertThat(f0[i]).as("at %d", i).isCloseTo(400 + i, within(0.6f));
        }
    }

    @Test
    void aTakeSharedByTwoArrangementsCountsOnce() throws IOException {
        Files.copy(
                jupiter("Notes_1_vn_01_Jupiter.txt"),
                folder.resolve("15_Surprise_tpt_tpt_tbn/Notes_1_tpt_15_Surprise.txt"),
                StandardCopyOption.REPLACE_EXISTING);
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(4);
        assertThat(corpus.findings())
                .contains("15_Surprise_tpt_tpt_tbn/1: the same take as 01_Jupiter_vn_vc/1, left out");
    }

    @Test
    void missingAndUnexpectedFilesAreNamed() throws IOException {
        Files.delete(jupiter("F0s_2_vc_01_Jupiter.txt"));
        Files.createFile(jupiter("holiday.jpg"));
        Files.createFile(jupiter("AuSep_3_vn_01_Jupiter.wav"));
        Files.createFile(jupiter("AuSep_0_vn_01_Jupiter.wav"));
        Files.createFile(jupiter("AuSep_1_vn_02_Sonata.wav"));
        Files.createFile(jupiter("AuSep_1_vn_01_Jupiter.txt"));
        Files.createFile(jupiter("Vid_02_Sonata_vn_vn.mp4"));
        Files.createFile(jupiter(".DS_Store"));
        Files.createDirectory(jupiter("old"));
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(4);
        assertThat(corpus.findings())
                .contains(
                        "01_Jupiter_vn_vc: F0s_2_... is missing",
                        "01_Jupiter_vn_vc: unexpected file holiday.jpg",
                        "01_Jupiter_vn_vc: unexpected file AuSep_3_vn_01_Jupiter.wav, the folder names 2 players",
                        "01_Jupiter_vn_vc: unexpected file AuSep_0_vn_01_Jupiter.wav, the folder names 2 players",
                        "01_Jupiter_vn_vc: unexpected file AuSep_1_vn_02_Sonata.wav, it names piece 02",
                        "01_Jupiter_vn_vc: unexpected file AuSep_1_vn_01_Jupiter.txt",
                        "01_Jupiter_vn_vc: unexpected file Vid_02_Sonata_vn_vn.mp4, it names 02_Sonata_vn_vn",
                        "01_Jupiter_vn_vc: unexpected folder old")
                .noneMatch(f -> f.contains("DS_Store"));
    }

    @Test
    void ofTwoFilesOfATrackTheOneWhoseNameFitsIsUsed() throws IOException {
        Path surprise = folder.resolve("15_Surprise_tpt_tpt_tbn");
        Files.createFile(surprise.resolve("AuSep_2_cl_15_Surprise.wav"));
        Files.createFile(surprise.resolve("AuSep_2_vn_15_Surprise.wav"));
        assertThat(recording("15_Surprise_tpt_tpt_tbn/2").sound()).hasFileName("AuSep_2_tpt_15_Surprise.wav");
        assertThat(UrmpCorpus.open(folder).findings())
                .contains("15_Surprise_tpt_tpt_tbn: AuSep_2_cl_15_Surprise.wav is one too many beside"
                        + " AuSep_2_tpt_15_Surprise.wav");
    }

    @Test
    void aPieceWithoutMixIsUsedAllTheSame() throws IOException {
        Files.delete(jupiter("AuMix_01_Jupiter_vn_vc.wav"));
        assertThat(recording("01_Jupiter_vn_vc/1").mix()).isEmpty();
        assertThat(UrmpCorpus.open(folder).findings())
                .contains("01_Jupiter_vn_vc: AuMix_01_Jupiter_vn_vc.wav is missing");
    }

    @Test
    void aPieceWithoutVideoIsLeftOut() throws IOException {
        Files.delete(jupiter("Vid_01_Jupiter_vn_vc.mp4"));
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).extracting(Recording::composition).containsOnly("Surprise");
        assertThat(corpus.findings()).contains("01_Jupiter_vn_vc: Vid_01_Jupiter_vn_vc.mp4 is missing");
    }

    @Test
    void aPieceWithoutItsScoreIsReadAlike() throws IOException {
        List<Recording> before = UrmpCorpus.open(folder).recordings();
        Files.delete(jupiter("Sco_01_Jupiter_vn_vc.mid"));
        Files.delete(jupiter("Sco_01_Jupiter_vn_vc.pdf"));
        assertThat(UrmpCorpus.open(folder).recordings()).isEqualTo(before);
    }

    @Test
    void aFolderWithoutPiecesIsRefusedByName() {
        Path nothing = folder.resolve("Supplementary_Files");
        assertThatThrownBy(() -> UrmpCorpus.open(nothing)).hasMessageContaining("Supplementary_Files");
        assertThatThrownBy(() -> UrmpCorpus.open(folder.resolve("none"))).hasMessageContaining("none");
    }

    @Test
    void playersWithoutBoxesStandInColumnsFromLeftToRight() throws IOException {
        assertThat(recording("15_Surprise_tpt_tpt_tbn/1").crop()).isEqualTo(new Crop(0, 0, 1.0 / 3, 1));
        assertThat(recording("15_Surprise_tpt_tpt_tbn/3").crop().x()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(UrmpCorpus.open(folder).findings())
                .anyMatch(f -> f.startsWith("15_Surprise_tpt_tpt_tbn: no boxes say where its players are"));
    }

    @Test
    void namesInOtherCaseAndVideosInOtherContainersAreTheSame() throws IOException {
        List<String> before = UrmpCorpus.open(folder).recordings().stream()
                .map(recording -> recording.id() + recording.instrument())
                .toList();
        for (String file : List.of(
                "AuSep_1_vn_01_Jupiter.wav",
                "F0s_2_vc_01_Jupiter.txt",
                "Notes_1_vn_01_Jupiter.txt",
                "AuMix_01_Jupiter_vn_vc.wav")) {
            Files.move(jupiter(file), jupiter(file.toUpperCase(java.util.Locale.ROOT)));
        }
        Files.move(jupiter("Vid_01_Jupiter_vn_vc.mp4"), jupiter("vid_01_jupiter_vn_vc.webm"));
        Files.createFile(jupiter("Vid_01_Jupiter_vn_vc.mov"));
        assertThat(UrmpCorpus.open(folder).recordings())
                .extracting(recording -> recording.id() + recording.instrument())
                .isEqualTo(before);
        assertThat(UrmpCorpus.open(folder).findings())
                .filteredOn(f -> f.startsWith("01_Jupiter_vn_vc: ") && !f.contains("boxes"))
                .containsExactly("01_Jupiter_vn_vc: vid_01_jupiter_vn_vc.webm is one too many beside"
                        + " Vid_01_Jupiter_vn_vc.mov");
        Files.move(folder.resolve("01_Jupiter_vn_vc"), folder.resolve("01_Jupiter_VN_Vc"));
        assertThat(UrmpCorpus.open(folder).recordings())
                .extracting(Recording::instrument)
                .containsExactly("vn", "vc", "tpt", "tpt", "tbn");
    }

    @Test
    void aLinkToNowhereIsNamedAndTheRestIsUsed() throws IOException {
        Files.delete(jupiter("Notes_2_vc_01_Jupiter.txt"));
        Files.createSymbolicLink(jupiter("Notes_2_vc_01_Jupiter.txt"), folder.resolve("nowhere"));
        Files.move(jupiter("AuSep_1_vn_01_Jupiter.wav"), folder.resolve("elsewhere.wav"));
        Files.createSymbolicLink(jupiter("AuSep_1_vn_01_Jupiter.wav"), folder.resolve("elsewhere.wav"));
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings())
                .extracting(Recording::id)
                .contains("01_Jupiter_vn_vc/1")
                .hasSize(4);
        assertThat(corpus.findings())
                .contains(
                        "01_Jupiter_vn_vc: Notes_2_vc_01_Jupiter.txt leads to no file",
                        "01_Jupiter_vn_vc: Notes_2_... is missing");
    }

    @Test
    void piecesAreFoundBelowTheFolderThatIsNamedWhateverIsBesideThem() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("Größe und Übung/URMP v1/Dataset"));
        new UrmpTree(deep).piece("02_Sonata_vn_vn");
        Files.createDirectories(folder.resolve("Größe und Übung/__MACOSX/02_Sonata_vn_vn"));
        Files.createDirectories(deep.resolve("6_Entertainer_sax_sax"));
        UrmpCorpus corpus = UrmpCorpus.open(folder.resolve("Größe und Übung"));
        assertThat(corpus.recordings())
                .extracting(Recording::id)
                .containsExactly("02_Sonata_vn_vn/1", "02_Sonata_vn_vn/2");
        assertThat(corpus.findings()).contains("6_Entertainer_sax_sax: not named like 01_Jupiter_vn_vc, ignored");
        Path second = Files.createDirectories(folder.resolve("Größe und Übung/copy/Dataset"));
        new UrmpTree(second).piece("02_Sonata_vn_vn");
        assertThatThrownBy(() -> UrmpCorpus.open(folder.resolve("Größe und Übung")))
                .hasMessageContaining("holds several corpora")
                .hasMessageContaining("name one of them");
    }

    @Test
    void splitsCountOnlyWhatCanBeUsed() throws IOException {
        for (String piece : List.of(
                "02_Sonata_vn_vn", "03_Dance_fl_cl", "07_GString_tpt_tbn", "09_Jesus_tpt_vn", "11_Maria_ob_vc")) {
            tree.piece(piece);
        }
        for (int i = 0; i < 4; i++) {
            UrmpCorpus corpus = UrmpCorpus.open(folder);
            assertThat(corpus.recordings(Split.TEST)).isNotEmpty();
            List<Recording> validation = corpus.recordings(Split.VALIDATION);
            assertThat(validation).isNotEmpty();
            Files.delete(validation.get(0).video()); // and the next in its place
        }
    }
}
