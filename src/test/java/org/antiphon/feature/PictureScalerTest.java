package org.antiphon.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.Picture;
import org.junit.jupiter.api.Test;

class PictureScalerTest {

    static Picture picture(int width, int height, java.util.function.IntBinaryOperator grey) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) grey.applyAsInt(i / 3 % width, i / 3 / width);
        }
        return new Picture(width, height, rgb);
    }

    @Test
    void keepsAFlatColour() {
        byte[] rgb =
                PictureScaler.cover(picture(101, 67, (x, y) -> 137), 48, 48).rgb();
        assertThat(rgb).containsOnly((byte) 137);
    }

    @Test
    void cutsEquallyAtBothSides() {
        Picture wide = picture(200, 100, (x, y) -> x < 50 || x >= 150 ? 255 : 0);
        Picture square = PictureScaler.cover(wide, 50, 50);
        assertThat(square.at(25, 25, 0)).isZero();
        assertThat(square.at(2, 25, 0)).isZero();
        assertThat(square.at(47, 25, 0)).isZero();
    }

    @Test
    void averagesFineDetailInsteadOfPickingPixels() {
        Picture stripes = picture(256, 256, (x, y) -> (x & 1) * 200);
        Picture small = PictureScaler.cover(stripes, 96, 96);
        for (int x = 0; x < 96; x++) {
            assertThat(small.at(x, 40, 1)).isCloseTo(100, within(20));
        }
    }

    @Test
    void keepsARampStraight() {
        Picture small = PictureScaler.stretch(picture(256, 16, (x, y) -> x), 64, 4);
        for (int x = 1; x < 63; x++) {
            assertThat(small.at(x, 2, 0)).isCloseTo(4 * x + 1, within(1));
        }
    }

    @Test
    void fitsTheLongerSideAndNeverEnlarges() {
        assertThat(PictureScaler.fit(Picture.black(400, 100), 200).width()).isEqualTo(200);
        assertThat(PictureScaler.fit(Picture.black(400, 100), 200).height()).isEqualTo(50);
        Picture small = Picture.black(20, 10);
        assertThat(PictureScaler.fit(small, 200)).isSameAs(small);
        assertThat(PictureScaler.cover(Picture.black(3, 2), 9, 9).width()).isEqualTo(9);
    }
}
