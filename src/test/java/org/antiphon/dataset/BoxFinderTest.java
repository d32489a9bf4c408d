package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxFinderTest {

    @TempDir
    Path folder;

    /** Each player is a grey body that stands still and a bright bow that goes up and down beside it. */
    private Path film(int[] players, int seconds) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int t = 0; t < 30 * seconds; t++) {
            Picture picture = Picture.black(480, 270);
            for (int i = 0; i < players.length; i++) {
                fill(picture, players[i] - 20, 90, 40, 160, 90);
                int sway = (int) Math.round(30 * Math.sin(2 * Math.PI * t / 30 * (0.4 + 0.15 * i)));
                fill(picture, players[i] - 12, 150 + sway, 44, 8, 230);
            }
            pictures.add(picture);
        }
        Path file = folder.resolve("players" + players.length + ".mp4");
        MediaWriter.mp4(file, pictures, new FrameRate(30000, 1001), Optional.empty());
        return file;
    }

    private static void fill(Picture picture, int left, int top, int width, int height, int level) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                for (int c = 0; c < 3; c++) {
                    picture.rgb()[(y * picture.width() + x) * 3 + c] = (byte) level;
                }
            }
        }
    }

    @Test
    void findsAsManyPlayersAsTheScoreHasFromLeftToRight() throws IOException {
        BoxFinder finder = new BoxFinder(new DirectMediaReader());
        for (int[] players : new int[][] {{130, 330}, {60, 250, 430}, {50, 160, 300, 420}}) {
            BoxFinder.Found found = finder.find(film(players, 4), players.length, 0.5);
            assertThat(found.doubt()).isEmpty();
            assertThat(found.boxes().width()).isEqualTo(480);
            int end = 0;
            for (int i = 0; i < players.length; i++) {
                int[] box = found.boxes().players().get(i);
                assertThat(box[2]).as("boxes are squares").isEqualTo(box[3]);
                assertThat(box[0]).as("boxes do not overlap").isGreaterThanOrEqualTo(end);
                end = box[0] + box[2];
                assertThat(players[i]).isBetween(box[0] + 10, end - 10);
                assertThat(150).isBetween(box[1] + 10, box[1] + box[3] - 10);
            }
        }
    }

    @Test
    void saysWhenNothingMoves() throws IOException {
        Path file = folder.resolve("still.mp4");
        MediaWriter.mp4(
                file, java.util.Collections.nCopies(50, Picture.black(160, 90)), FrameRate.MODEL, Optional.empty());
        BoxFinder.Found found = new BoxFinder(new DirectMediaReader()).find(file, 2, 0);
        assertThat(found.doubt().orElseThrow()).contains("nothing moves");
        assertThat(found.boxes().players()).hasSize(2);
    }
}
