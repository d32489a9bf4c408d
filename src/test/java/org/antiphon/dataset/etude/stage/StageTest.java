package org.antiphon.dataset.etude.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "VIOLIN, 7ca22624f60576793ed27d030afa17ab8efe0ebb55a28ae562a6d0efe59a0ad9",
        "CELLO, bf17d6fd1ea540b6e34e07db2054c20a90a2d38cef8d6e3b5ae074c815d818c7",
        "VIBRAPHONE, ed58812fe03426480e446a66d155ba10c560491003fb397ed6f197f03f3d06cc",
        "PIANO, b60630d8d6d46b44e3ac503265bdb72e429bf00f1e921b1b9a74a489866e84a7"
    })
    void filmsTheSameBytesEverywhere(Performer performer, String golden) throws NoSuchAlgorithmException {
        Stage stage = new Stage(Pieces.of(performer, Intention.TENDER, 11));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i : new int[] {0, 17, 60}) {
            digest.update(stage.frame(i).rgb());
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void filmsAFrameTheSameWhateverWasFilmedBefore(Performer performer) {
        Performance piece = Pieces.of(performer, Intention.ANGRY, 3);
        Stage stage = new Stage(piece);
        stage.frame(50);
        stage.flowToFirst(70, 16);
        assertThat(stage.frame(20).rgb()).isEqualTo(new Stage(piece).frame(20).rgb());
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void warpingTheFirstFrameByTheTrueFlowGivesTheFrame(Performer performer) {
        Stage stage = new Stage(Pieces.of(performer, Intention.HAPPY, 5));
        Picture first = stage.frame(0);
        for (int i : new int[] {27, 41, 77}) {
            FlowField flow = stage.flowToFirst(i, Stage.SIZE);
            Picture frame = stage.frame(i);
            double still = error(first, frame, FlowField.zero(Stage.SIZE, Stage.SIZE), flow.confidence());
            double warped = error(first, frame, flow, flow.confidence());
            assertThat(decibels(warped)).as("frame %d", i).isGreaterThan(28);
            assertThat(warped).as("frame %d", i).isLessThan(0.35 * still);
        }
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void flowOfTheFirstFrameIsZeroAndSure(Performer performer) {
        FlowField flow = new Stage(Pieces.of(performer, Intention.SAD, 2)).flowToFirst(0, 64);
        for (int i = 0; i < 64 * 64; i++) {
            assertThat(Math.abs(flow.dx()[i]) + Math.abs(flow.dy()[i])).isLessThan(1e-4f);
            assertThat(flow.confidence()[i]).isEqualTo(1f);
        }
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void keepsJointsInOrNearThePicture(Performer performer) {
        for (long seed = 0; seed < 6; seed++) {
            Stage stage = new Stage(Pieces.of(performer, Intention.values()[(int) (seed % 4)], seed));
            for (float[][] frame : stage.skeletons()) {
                assertThat(frame).hasDimensions(47, 3);
                for (float[] joint : frame) {
                    assertThat(joint[0]).isBetween(-36f, 292f);
                    assertThat(joint[1]).isBetween(-20f, 284f);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void movesWithoutJumps(Performer performer) {
        Stage stage = new Stage(Pieces.of(performer, Intention.HAPPY, 9));
        float[][][] joints = stage.skeletons();
        for (int i = 1; i < joints.length; i++) {
            for (int k = 0; k < 47; k++) {
                double dx = joints[i][k][0] - joints[i - 1][k][0];
                double dy = joints[i][k][1] - joints[i - 1][k][1];
                assertThat(Math.sqrt(dx * dx + dy * dy))
                        .as("joint %d at frame %d", k, i)
                        .isLessThan(48);
            }
        }
    }

    @Test
    void refusesAPerformanceWithoutLength() {
        Performance empty = new Performance(
                Performer.PIANO, Intention.SAD, 0, List.of(), List.of(), new float[0], List.of(), 90, 1);
        assertThatThrownBy(() -> new Stage(empty)).hasMessageContaining("length");
    }

    @Test
    void namesAFrameThatDoesNotExist() {
        Stage stage = new Stage(Pieces.of(Performer.PIANO, Intention.SAD, 1));
        assertThatThrownBy(() -> stage.frame(stage.frames())).hasMessageContaining("frame " + stage.frames());
    }

    /** Mean squared error of {@code first} warped by the flow against {@code frame} where the flow is sure. */
    private static double error(Picture first, Picture frame, FlowField flow, float[] sure) {
        int size = Stage.SIZE;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < size * size; i++) {
            if (sure[i] > 0) {
                double x = Math.min(size - 1.001, Math.max(0, i % size + flow.dx()[i]));
                double y = Math.min(size - 1.001, Math.max(0, i / size + flow.dy()[i]));
                for (int c = 0; c < 3; c++) {
                    double difference = sample(first, x, y, c) - frame.at(i % size, i / size, c);
                    sum += difference * difference;
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double sample(Picture picture, double x, double y, int c) {
        int i = (int) x;
        int j = (int) y;
        double u = x - i;
        double v = y - j;
        double top = picture.at(i, j, c) * (1 - u) + picture.at(i + 1, j, c) * u;
        double bottom = picture.at(i, j + 1, c) * (1 - u) + picture.at(i + 1, j + 1, c) * u;
        return top * (1 - v) + bottom * v;
    }

    private static double decibels(double meanSquared) {
        return 10 * Math.log10(255 * 255 / Math.max(1e-9, meanSquared));
    }
}
