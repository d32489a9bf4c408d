package org.antiphon.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.junit.jupiter.api.Test;

class OpticalFlowTest {

    private static Picture waves(double shiftX, double shiftY) {
        return PictureScalerTest.picture(96, 96, (x, y) -> (int) (128
                + 50 * Math.sin((x - shiftX) * 0.35 + 0.2 * (y - shiftY))
                + 40 * Math.cos((y - shiftY) * 0.28 - 0.15 * (x - shiftX))));
    }

    @Test
    void findsWhereTheContentCameFrom() {
        FlowField flow = OpticalFlow.between(waves(0, 0), waves(2.5, -1));
        double dx = 0;
        double dy = 0;
        for (int y = 20; y < 76; y++) {
            for (int x = 20; x < 76; x++) {
                dx += flow.dx()[y * 96 + x] / (56 * 56);
                dy += flow.dy()[y * 96 + x] / (56 * 56);
            }
        }
        assertThat(dx).isCloseTo(-2.5, within(0.1));
        assertThat(dy).isCloseTo(1, within(0.1));
        assertThat(flow.confidence()[48 * 96 + 48]).isGreaterThan(0.9f);
    }

    @Test
    void isZeroAndSureBetweenEqualPictures() {
        FlowField flow = OpticalFlow.between(waves(0, 0), waves(0, 0));
        for (int i = 0; i < flow.dx().length; i++) {
            assertThat(flow.dx()[i]).isCloseTo(0, within(0.01f));
            assertThat(flow.confidence()[i]).isGreaterThan(0.99f);
        }
    }

    @Test
    void halvesTheFieldInPixelsOfTheSmallerGrid() {
        FlowField half = OpticalFlow.halved(OpticalFlow.between(waves(0, 0), waves(2, 0)));
        assertThat(half.width()).isEqualTo(48);
        assertThat(half.dx()[24 * 48 + 24]).isCloseTo(-1, within(0.1f));
    }

    @Test
    void refusesPicturesOfDifferentSize() {
        assertThatThrownBy(() -> OpticalFlow.between(Picture.black(32, 32), Picture.black(32, 48)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32×48");
    }
}
