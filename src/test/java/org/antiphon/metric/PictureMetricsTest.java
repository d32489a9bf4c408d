package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.junit.jupiter.api.Test;

class PictureMetricsTest {

    private static Picture flat(int value) {
        byte[] rgb = new byte[16 * 16 * 3];
        Arrays.fill(rgb, (byte) value);
        return new Picture(16, 16, rgb);
    }

    private static Picture withSquare(int at) {
        byte[] rgb = flat(50).rgb();
        for (int y = at; y < at + 2; y++) {
            Arrays.fill(rgb, (y * 16 + at) * 3, (y * 16 + at + 2) * 3, (byte) 200);
        }
        return new Picture(16, 16, rgb);
    }

    @Test
    void psnrFollowsItsFormula() {
        double expected = 20 * Math.log10(255.0 / 10);
        assertThat(Psnr.whole(List.of(flat(100)), List.of(flat(110))).asDouble().orElseThrow())
                .isCloseTo(expected, within(1e-9));
        assertThat(Psnr.whole(List.of(flat(9)), List.of(flat(9)))).isEqualTo(new Measured(100, MetricUnit.DECIBELS));
    }

    @Test
    void looksOnlyWhereTheTrueVideoMoves() {
        List<Picture> truth = List.of(withSquare(3), withSquare(8));
        MotionMask mask = MotionMask.of(truth);
        assertThat(mask.share()).isCloseTo(2 * 16 / 256.0, within(1e-9));
        List<Picture> copy = List.of(withSquare(3), withSquare(3));
        double whole = Psnr.whole(truth, copy).asDouble().orElseThrow();
        double inside = Psnr.inside(mask, truth, copy).asDouble().orElseThrow();
        assertThat(inside).isCloseTo(whole + 10 * Math.log10(mask.share()), within(1e-9));
    }

    @Test
    void saysWhyAVideoCouldNotBeCompared() {
        assertThat(Psnr.whole(List.of(flat(1)), List.of())).isInstanceOf(NotMeasured.class);
        MotionMask still = MotionMask.of(List.of(flat(1), flat(2)));
        assertThat(Psnr.inside(still, List.of(flat(1)), List.of(flat(1))))
                .isEqualTo(new NotMeasured("nothing moves in the true video"));
    }

    @Test
    void endpointErrorIsTheMeanLengthOfTheDifference() {
        FlowField zero = FlowField.zero(4, 2);
        float[] dx = new float[8];
        float[] dy = new float[8];
        Arrays.fill(dx, 3f);
        Arrays.fill(dy, 4f);
        FlowField moved = new FlowField(4, 2, dx, dy, zero.confidence());
        assertThat(EndpointError.of(moved, zero)).isEqualTo(new Measured(5, MetricUnit.PIXELS));
        assertThat(EndpointError.outliers(moved, zero)).isEqualTo(new Measured(1, MetricUnit.NUMBER));
        assertThat(EndpointError.of(moved, moved)).isEqualTo(new Measured(0, MetricUnit.PIXELS));
        assertThat(EndpointError.of(moved, FlowField.zero(2, 4))).isInstanceOf(NotMeasured.class);
        assertThat(EndpointError.of(moved, zero, new float[8])).isInstanceOf(NotMeasured.class);
    }

    @Test
    void ssimIsOneForTheSameAndFollowsItsFormulaForFlatPictures() {
        assertThat(Ssim.of(List.of(withSquare(3)), List.of(withSquare(3)))
                        .asDouble()
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
        double c1 = 2.55 * 2.55;
        assertThat(Ssim.of(List.of(flat(100)), List.of(flat(120))).asDouble().orElseThrow())
                .isCloseTo((2 * 100 * 120 + c1) / (100 * 100 + 120 * 120 + c1), within(1e-9));
        assertThat(Ssim.of(List.of(withSquare(3)), List.of(withSquare(8)))
                        .asDouble()
                        .orElseThrow())
                .isLessThan(0.8);
        assertThat(Ssim.of(List.of(Picture.black(4, 4)), List.of(Picture.black(4, 4))))
                .isInstanceOf(NotMeasured.class);
    }
}
