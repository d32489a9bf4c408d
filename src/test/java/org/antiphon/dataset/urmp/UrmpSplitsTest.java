package org.antiphon.dataset.urmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.Splits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All 44 pieces of URMP by their published names. */
class UrmpSplitsTest {

    private static final List<String> PIECES =
            List.of(("01_Jupiter_vn_vc 02_Sonata_vn_vn 03_Dance_fl_cl 04_Allegro_fl_fl 05_Entertainer_tpt_tpt"
                            + " 06_Entertainer_sax_sax 07_GString_tpt_tbn 08_Spring_fl_vn 09_Jesus_tpt_vn 10_March_tpt_sax"
                            + " 11_Maria_ob_vc 12_Spring_vn_vn_vc 13_Hark_vn_vn_va 14_Waltz_fl_fl_cl"
                            + " 15_Surprise_tpt_tpt_tbn 16_Surprise_tpt_tpt_sax 17_Nocturne_vn_fl_cl"
                            + " 18_Nocturne_vn_fl_tpt 19_Pavane_cl_vn_vc 20_Pavane_tpt_vn_vc"
                            + " 21_Rejouissance_cl_tbn_tba 22_Rejouissance_sax_tbn_tba 23_Rejouissance_cl_sax_tba"
                            + " 24_Pirates_vn_vn_va_vc 25_Pirates_vn_vn_va_sax 26_King_vn_vn_va_vc"
                            + " 27_King_vn_vn_va_sax 28_Fugue_fl_ob_cl_bn 29_Fugue_fl_fl_ob_cl 30_Fugue_fl_fl_ob_sax"
                            + " 31_Slavonic_tpt_tpt_hn_tbn 32_Fugue_vn_vn_va_vc 33_Elise_tpt_tpt_hn_tbn"
                            + " 34_Fugue_tpt_tpt_hn_tbn 35_Rondeau_vn_vn_va_db 36_Rondeau_vn_vn_va_vc"
                            + " 37_Rondeau_fl_vn_va_cl 38_Jerusalem_vn_vn_va_vc_db 39_Jerusalem_vn_vn_va_sax_db"
                            + " 40_Miserere_fl_fl_ob_cl_bn 41_Miserere_fl_fl_ob_sax_bn"
                            + " 42_Arioso_tpt_tpt_hn_tbn_tba 43_Chorale_tpt_tpt_hn_tbn_tba 44_K515_vn_vn_va_va_vc")
                    .split(" "));

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        UrmpTree tree = new UrmpTree(folder.resolve("Dataset"));
        for (String piece : PIECES) {
            tree.piece(piece);
        }
    }

    private static Map<String, Set<Split>> byTitle(Corpus corpus) {
        Map<String, Set<Split>> splits = new TreeMap<>();
        for (Recording recording : corpus.recordings()) {
            String title =
                    recording.video().getParent().getFileName().toString().split("_")[1];
            splits.computeIfAbsent(title, key -> new TreeSet<>()).add(recording.split());
        }
        return splits;
    }

    @Test
    void all149PlayersAreRead() throws IOException {
        Corpus corpus = UrmpCorpus.open(folder);
        assertThat(corpus.recordings()).hasSize(149);
        assertThat(corpus.findings()).allMatch(f -> f.contains("no boxes say"));
    }

    @Test
    void arrangementsNeverStraddleSplitsAndNoSplitIsEmpty() throws IOException {
        Corpus corpus = UrmpCorpus.open(folder);
        assertThat(byTitle(corpus).values()).allMatch(splits -> splits.size() == 1);
        assertThat(corpus.recordings(Split.TEST)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(corpus.recordings(Split.VALIDATION)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(corpus.recordings(Split.TRAIN)).hasSizeGreaterThan(100);
    }

    @Test
    void mt3sListIsThereAndArrangementsOfItAreNotLearned() throws IOException {
        Corpus corpus = UrmpCorpus.open(CorpusRequest.of(folder).splits(Splits.MT3));
        Set<String> validation = new TreeSet<>();
        corpus.recordings(Split.VALIDATION)
                .forEach(recording -> validation.add(
                        recording.video().getParent().getFileName().toString().substring(0, 2)));
        assertThat(validation).containsExactly("01", "02", "12", "13", "24", "25", "31", "38", "39");
        assertThat(corpus.recordings(Split.TEST)).isEmpty();
        assertThat(byTitle(corpus).values()).allMatch(splits -> splits.size() == 1);
        assertThat(corpus.recordings()).hasSize(147);
        assertThat(corpus.findings())
                .contains("08_Spring_fl_vn: an arrangement of Spring, which is in MT3's validation set; left out");
    }
}
