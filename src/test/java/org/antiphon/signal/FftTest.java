package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {

    private static double[] random(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 64, 256})
    void agreesWithTheSumThatDefinesIt(int n) {
        double[] re = random(n, 1);
        double[] im = random(n, 2);
        double[] fr = re.clone();
        double[] fi = im.clone();
        Fft.of(n).forward(fr, fi);
        for (int k = 0; k < n; k++) {
            double sumR = 0;
            double sumI = 0;
            for (int i = 0; i < n; i++) {
                double angle = -2 * Math.PI * k * i / n;
                sumR += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
                sumI += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
            }
            assertThat(fr[k]).isCloseTo(sumR, within(1e-10));
            assertThat(fi[k]).isCloseTo(sumI, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 1024})
    void transformsRealSamplesLikeComplexOnes(int n) {
        double[] x = random(n, 3);
        double[] fr = x.clone();
        double[] fi = new double[n];
        Fft.of(n).forward(fr, fi);
        RealFft real = RealFft.of(n);
        double[] re = new double[real.bins()];
        double[] im = new double[real.bins()];
        real.forward(x, re, im);
        for (int k = 0; k < real.bins(); k++) {
            assertThat(re[k]).isCloseTo(fr[k], within(1e-10));
            assertThat(im[k]).isCloseTo(fi[k], within(1e-10));
        }
        double[] back = new double[n];
        real.inverse(re, im, back);
        assertThat(back).containsExactly(x, within(1e-12));
    }

    @Test
    void keepsEnergyAsParsevalSays() {
        double[] re = random(512, 4);
        double[] im = new double[512];
        double before = energy(re, im);
        Fft.of(512).forward(re, im);
        assertThat(energy(re, im) / 512).isCloseTo(before, within(1e-9));
        Fft.of(512).inverse(re, im);
        assertThat(re).containsExactly(random(512, 4), within(1e-12));
    }

    private static double energy(double[] re, double[] im) {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return sum;
    }

    @Test
    void refusesASizeThatIsNoPowerOfTwo() {
        assertThatThrownBy(() -> Fft.of(12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
        assertThatThrownBy(() -> RealFft.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
        assertThat(Fft.sizeFor(1)).isEqualTo(1);
        assertThat(Fft.sizeFor(1024)).isEqualTo(1024);
        assertThat(Fft.sizeFor(1025)).isEqualTo(2048);
    }
}
