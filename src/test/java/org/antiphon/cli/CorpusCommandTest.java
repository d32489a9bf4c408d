package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CorpusCommandTest {

    private static final String PIECE = "01_Duo_vn_vc";

    @TempDir
    Path folder;

    private Path data;
    private StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        out = new StringWriter();
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    /** Two players without sound: a square that jumps on the left, one that jumps on the right. */
    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("urmp");
        Path piece = Files.createDirectories(data.resolve("Dataset").resolve(PIECE));
        List<Picture> pictures = new ArrayList<>();
        for (int t = 0; t < 50; t++) {
            Picture picture = Picture.black(192, 96);
            for (int p = 0; p < 400; p++) {
                int x = p % 20 + (t / 5 % 2) * 10;
                int y = 40 + p / 20;
                picture.rgb()[(y * 192 + 20 + x) * 3] = (byte) 200;
                picture.rgb()[(y * 192 + 140 + x) * 3] = (byte) 200;
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

    @Test
    void tellsWhatIsThereAndWhatIsNot() {
        assertThat(execute("corpus", "--data", data.toString())).isZero();
        assertThat(out.toString())
                .contains("urmp: 2 recordings of 1 compositions")
                .contains("instruments: vc 1, vn 1")
                .contains("- " + PIECE + ": AuMix_" + PIECE + ".wav is missing")
                .contains("- " + PIECE + ": no boxes say where its players are");
        assertThat(execute("corpus", "--data", data.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"corpus\":\"urmp\"").contains("\"findings\":[");
    }

    @Test
    void findsPlayersShowsThemAndTakesTheFileBack() throws IOException {
        Path look = folder.resolve("look");
        assertThat(execute("corpus", "--data", data.toString(), "--output", look.toString()))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(look.resolve("pictures/" + PIECE + ".png")).exists();
        assertThat(look.resolve("index.html")).content().contains(PIECE + ": vn, vc; found by motion");
        Path boxes = look.resolve("boxes.json");
        assertThat(boxes).content().contains(PIECE).contains("[192,96]");
        assertThat(execute("corpus", "--data", data.toString(), "--boxes", boxes.toString()))
                .isZero();
        assertThat(out.toString()).doesNotContain("no boxes say");
        Files.writeString(boxes, "{\"" + PIECE + "\": {\"picture\": [192, 96], \"players\": [[0, 0, 90, 90]]}}");
        assertThat(execute("corpus", "--data", data.toString(), "--boxes", boxes.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("boxes.json").contains("needs 2 boxes");
    }

    @Test
    void refusesKindsAndSplitsItDoesNotKnow() {
        assertThat(execute("corpus", "--data", data.toString(), "--corpus", "musdb"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("urmp, solos, etude, folder");
        assertThat(execute("corpus", "--data", data.toString(), "--splits", "random"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("composition or mt3");
    }
}
