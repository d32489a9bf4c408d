package org.antiphon.dataset.urmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.dataset.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrmpCorpusTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        piece("15_Surprise_tpt_tpt_tbn", "tpt", "tpt", "tpt");
        piece("01_Jupiter_vn_vc", "vn", "vc");
        Files.createDirectories(folder.resolve("Supplementary_Files"));
        Files.writeString(folder.resolve("README.txt"), "not a piece");
    }

    private void piece(String name, String... said) throws IOException {
        Path path = Files.createDirectories(folder.resolve(name));
        Files.createFile(path.resolve("AuMix_" + name + ".wav"));
        Files.createFile(path.resolve("Vid_" + name + ".mp4"));
        Files.createFile(path.resolve("Sco_" + name + ".mid"));
        Files.createFile(path.resolve("Sco_" + name + ".pdf"));
        String title = name.split("_")[0] + "_" + name.split("_")[1];
        for (int i = 0; i < said.length; i++) {
            String end = (i + 1) + "_" + said[i] + "_" + title;
            Files.createFile(path.resolve("AuSep_" + end + ".wav"));
            String notes = (i + 1) + ".5\t440\t0.25\n" + title.substring(0, 2) + ".0\t220\t0.1\n";
            Files.writeString(path.resolve("Notes_" + end + ".txt"), notes);
            Files.writeString(path.resolve("F0s_" + end + ".txt"), "0.023\t0\n0.033\t440\n0.043\t442\n");
        }
    }

    private Recording recording(String id) throws IOException {
        return UrmpCorpus.open(folder).recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow();
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
    }

    @Test
    void notesAcceptWindowsLineEndsAndSkipWhatIsNotFinite() throws IOException {
        Files.writeString(
                folder.resolve("01_Jupiter_vn_vc/Notes_1_vn_01_Jupiter.txt"),
                "2.5   392.0 0.5\r\nnan\t440\t1\r\n1.0\t440.0\t0.25\r\n3\tInf\t1\r\n\r\n");
        assertThat(recording("01_Jupiter_vn_vc/1").notes())
                .containsExactly(new Note(1.0, 440, 0.25), new Note(2.5, 392, 0.5));
    }

    @Test
    void aLineThatIsNoNumberIsNamedWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("01_Jupiter_vn_vc/Notes_1_vn_01_Jupiter.txt"), "1 440 1\n2 la 1\n");
        Recording recording = recording("01_Jupiter_vn_vc/1");
        assertThatThrownBy(recording::notes)
                .hasMessageContaining("Notes_1_vn_01_Jupiter.txt, line 2")
                .hasMessageContaining("\"la\"");
    }

    @Test
    void frequenciesComeOnAGridFromTimeZero() throws IOException {
        float[] f0 = recording("01_Jupiter_vn_vc/1").f0();
        assertThat(f0).hasSize(5);
        assertThat(f0[2]).isZero();
        assertThat(f0[3]).isEqualTo(440f);
        assertThat(f0[4]).isBetween(441f, 442f);
    }

    @Test
    void aTakeSharedByTwoArrangementsCountsOnce() throws IOException {
        Files.copy(
                folder.resolve("01_Jupiter_vn_vc/Notes_1_vn_01_Jupiter.txt"),
                folder.resolve("15_Surprise_tpt_tpt_tbn/Notes_1_tpt_15_Surprise.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(4);
        assertThat(corpus.findings())
                .contains("15_Surprise_tpt_tpt_tbn/1: the same take as 01_Jupiter_vn_vc/1, left out");
    }

    @Test
    void missingAndUnexpectedFilesAreNamed() throws IOException {
        Files.delete(folder.resolve("01_Jupiter_vn_vc/F0s_2_vc_01_Jupiter.txt"));
        Files.createFile(folder.resolve("01_Jupiter_vn_vc/holiday.jpg"));
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(4);
        assertThat(corpus.findings())
                .contains("01_Jupiter_vn_vc: F0s_2_... is missing", "01_Jupiter_vn_vc: unexpected file holiday.jpg");
    }

    @Test
    void aPieceWithoutVideoIsLeftOut() throws IOException {
        Files.delete(folder.resolve("01_Jupiter_vn_vc/Vid_01_Jupiter_vn_vc.mp4"));
        UrmpCorpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).extracting(Recording::composition).containsOnly("Surprise");
        assertThat(corpus.findings()).contains("01_Jupiter_vn_vc: Vid_01_Jupiter_vn_vc.mp4 is missing");
    }

    @Test
    void aFolderWithoutPiecesIsRefusedByName() {
        Path nothing = folder.resolve("Supplementary_Files");
        assertThatThrownBy(() -> UrmpCorpus.open(nothing)).hasMessageContaining("Supplementary_Files");
        assertThatThrownBy(() -> UrmpCorpus.open(folder.resolve("none"))).hasMessageContaining("none");
    }

    @Test
    void takesOfOneTitleShareASplit() throws IOException {
        piece("24_Pirates_vn_vn_va_vc", "vn", "vn", "va", "vc");
        piece("25_Pirates_vn_vn_va_sax", "vn", "vn", "va", "sax");
        List<Recording> pirates = UrmpCorpus.open(folder).recordings().stream()
                .filter(recording -> recording.composition().equals("Pirates"))
                .toList();
        assertThat(pirates).hasSize(8);
        assertThat(pirates.stream().map(Recording::split).distinct()).hasSize(1);
    }
}
