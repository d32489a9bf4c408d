package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.PlayerBoxes;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownBoxesTest {

    private static final String PIECE = "01_Duo_vn_vc";

    @TempDir
    Path folder;

    private Path data;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("data");
        output = folder.resolve("output");
        Path piece = Files.createDirectories(data.resolve(PIECE));
        List<Picture> pictures = new ArrayList<>();
        for (int t = 0; t < 50; t++) {
            Picture picture = Picture.black(192, 96);
            for (int p = 0; p < 400; p++) {
                int at = ((40 + p / 20) * 192 + p % 20 + t / 5 % 2 * 10) * 3;
                picture.rgb()[at + 3 * 20] = (byte) 200;
                picture.rgb()[at + 3 * 100] = (byte) 200;
            }
            pictures.add(picture);
        }
        MediaWriter.mp4(piece.resolve("Vid_" + PIECE + ".mp4"), pictures, FrameRate.MODEL, Optional.empty());
        for (String track : List.of("1_vn_01_Duo", "2_vc_01_Duo")) {
            Files.createFile(piece.resolve("AuSep_" + track + ".wav"));
            Files.writeString(
                    piece.resolve("Notes_" + track + ".txt"), "0.5\t440\t1\n" + track.charAt(0) + "\t220\t1\n");
            Files.writeString(piece.resolve("F0s_" + track + ".txt"), "0.023\t0\n");
        }
    }

    private KnownBoxes known() throws IOException {
        return KnownBoxes.of(CorpusRequest.of(data), CorpusKind.URMP, output, Progress.NONE);
    }

    private Corpus open() throws IOException {
        return Corpora.open(CorpusRequest.of(data).boxes(known().file().orElseThrow()));
    }

    @Test
    void whatIsFoundOnceIsKept() throws IOException {
        Corpus first = open();
        assertThat(first.findings()).noneMatch(f -> f.contains("no boxes say"));
        assertThat(first.recordings().get(1).crop().x()).isBetween(0.3, 0.6);
        String file = Files.readString(output.resolve("boxes.json"));
        assertThat(open().recordings()).isEqualTo(first.recordings());
        assertThat(output.resolve("boxes.json")).hasContent(file);
    }

    @Test
    void boxesBesideThePiecesPrevailOverThoseOfARunBefore() throws IOException {
        open();
        PlayerBoxes.Piece corrected =
                new PlayerBoxes.Piece(192, 96, List.of(new int[] {96, 0, 96, 96}, new int[] {0, 0, 96, 96}));
        new PlayerBoxes(java.util.Map.of(PIECE, corrected)).write(data.resolve("boxes.json"));
        assertThat(open().recordings().get(0).crop().x()).isEqualTo(0.5);
        assertThat(open().recordings().get(1).crop().x()).isZero();
    }

    @Test
    void aVideoThatCannotBeReadIsNamedAndHasColumns() throws IOException {
        Files.write(data.resolve(PIECE).resolve("Vid_" + PIECE + ".mp4"), new byte[10]);
        assertThat(known().file()).isEmpty();
        assertThat(known().doubts()).anyMatch(f -> f.startsWith(PIECE + ": ") && f.contains("Vid_" + PIECE));
        assertThat(Corpora.open(data).findings()).anyMatch(f -> f.contains("no boxes say"));
    }
}
