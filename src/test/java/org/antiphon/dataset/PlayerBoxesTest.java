package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.Picture;
import org.antiphon.media.Crop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerBoxesTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        PlayerBoxes.Piece piece =
                new PlayerBoxes.Piece(1920, 1080, List.of(new int[] {0, 60, 960, 960}, new int[] {960, 0, 960, 540}));
        Path file = folder.resolve("boxes.json");
        new PlayerBoxes(Map.of("01_Jupiter_vn_vc", piece)).write(file);
        assertThat(Files.readString(file))
                .isEqualTo("{\n  \"01_Jupiter_vn_vc\": {\"picture\":[1920,1080],"
                        + "\"players\":[[0,60,960,960],[960,0,960,540]]}\n}\n");
        PlayerBoxes.Piece read = PlayerBoxes.read(file).of("01_Jupiter_vn_vc").orElseThrow();
        assertThat(read.crop(2)).isEqualTo(new Crop(0.5, 0, 0.5, 0.5));
        assertThat(PlayerBoxes.read(file).of("02_Sonata_vn_vn")).isEmpty();
    }

    @Test
    void mistakesAreNamedWithFileAndPiece() throws IOException {
        refused("[1]", "must hold one object");
        refused("{\"a\": {\"picture\": [1920], \"players\": []}}", "a: \"picture\" must be [width, height]");
        refused("{\"a\": {\"picture\": [10, 10], \"players\": [[1, 2, 3]]}}", "a: box 1 must be");
        refused(
                "{\"a\": {\"picture\": [10, 10], \"players\": [[0, 0, 5, 5], [6, 0, 5, 5]]}}",
                "a: box 2 (5×5 at 6, 0)");
        refused("{\"a\": {\"picture\": [10, 10], \"players\": [[0, 0, \"x\", 5]]}}", "a: box 1 holds \"x\"");
        refused("{\"a\": ", "is no JSON");
    }

    private void refused(String json, String because) throws IOException {
        Path file = folder.resolve("boxes.json");
        Files.writeString(file, json);
        assertThatThrownBy(() -> PlayerBoxes.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("boxes.json")
                .hasMessageContaining(because);
    }

    @Test
    void boxesAreDrawnWhereTheyAre() {
        PlayerBoxes.Piece piece = new PlayerBoxes.Piece(1920, 1080, List.of(new int[] {960, 540, 960, 540}));
        Picture drawn = BoxPicture.of(Picture.black(480, 270), piece);
        assertThat(drawn.at(240, 200, 0)).isEqualTo(255);
        assertThat(drawn.at(300, 135, 0)).isEqualTo(255);
        assertThat(drawn.at(300, 200, 0)).isZero();
        assertThat(drawn.at(100, 100, 0)).isZero();
    }
}
