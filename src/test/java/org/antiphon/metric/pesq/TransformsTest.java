package org.antiphon.metric.pesq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {

    private static double[] noise(int length, int seed) {
        Random random = new Random(seed);
        return random.doubles(length, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64, 128, 256, 512, 1024})
    void equalsTheSumThatDefinesIt(int size) {
        UnorderedFft fft = UnorderedFft.of(size);
        double[] re = noise(size, 1);
        double[] im = noise(size, 2);
        double[] a = re.clone();
        double[] b = im.clone();
        fft.forward(a, b);
        for (int k = 0; k < size; k += Math.max(1, size / 37)) {
            double sumR = 0;
            double sumI = 0;
            for (int n = 0; n < size; n++) {
                double angle = -2 * Math.PI * k * n / size;
                sumR += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
                sumI += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
            }
            assertThat(a[fft.reversed(k)]).isCloseTo(sumR, within(1e-10));
            assertThat(b[fft.reversed(k)]).isCloseTo(sumI, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 512, 1024, 2048, 4096, 8192, 32768, 131072})
    void comesBackTimesItsSize(int size) {
        double[] re = noise(size, 3);
        double[] im = noise(size, 4);
        double[] a = re.clone();
        double[] b = im.clone();
        UnorderedFft.of(size).forward(a, b);
        UnorderedFft.of(size).inverse(a, b);
        for (int i = 0; i < size; i++) {
            assertThat(a[i] / size).isCloseTo(re[i], within(1e-12));
            assertThat(b[i] / size).isCloseTo(im[i], within(1e-12));
        }
    }

    @Test
    void refusesOtherSizes() {
        assertThatThrownBy(() -> UnorderedFft.of(12)).hasMessageContaining("12");
        assertThatThrownBy(() -> UnorderedFft.of(4)).hasMessageContaining("4");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 512, 1024})
    void realSpectraAreThoseOfAComplexTransform(int size) {
        double[] samples = noise(size, 5);
        double[] window = noise(size, 6);
        RealSpectra spectra = RealSpectra.of(size);
        double[] re = new double[size / 2];
        double[] im = new double[size / 2];
        spectra.forward(samples, 0, window, re, im);

        double[] a = new double[size];
        for (int i = 0; i < size; i++) {
            a[i] = samples[i] * window[i];
        }
        double[] b = new double[size];
        UnorderedFft fft = UnorderedFft.of(size);
        fft.forward(a, b);
        assertThat(re[0]).isCloseTo(a[0], within(1e-10));
        assertThat(im[0]).isCloseTo(a[fft.reversed(size / 2)], within(1e-10));
        for (int at = 1; at < size / 2; at++) {
            assertThat(re[at]).isCloseTo(a[fft.reversed(spectra.bin(at))], within(1e-10));
            assertThat(im[at]).isCloseTo(b[fft.reversed(spectra.bin(at))], within(1e-10));
        }
    }

    @Test
    void correlationEqualsItsDefinition() {
        int size = 64;
        double[] x = noise(size, 7);
        double[] y = noise(size, 8);
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        double[][] parts = new double[4][size / 2];
        RealSpectra spectra = RealSpectra.of(size);
        spectra.forward(x, 0, ones, parts[0], parts[1]);
        spectra.forward(y, 0, ones, parts[2], parts[3]);
        spectra.correlate(parts[0], parts[1], parts[2], parts[3]);
        spectra.inverse(parts[2], parts[3]);
        for (int k = 0; k < size; k++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += x[i] * y[(i + k) % size];
            }
            assertThat(parts[2 + k % 2][k / 2] / size).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void aCascadeFiltersLikeItsSectionsOneByOne() {
        double[][] sections = {
            {0.5, 0.2, -0.1, -0.9, 0.3},
            {1.2, -0.4, 0.3, 0.1, -0.2},
            {0.7, 0, 0, -0.6, 0},
            {1, -1, 0, 0, 0},
            {2, 1, 0, -0.5, 0}
        };
        double[] samples = noise(1000, 9);
        double[] expected = samples.clone();
        for (double[] s : sections) {
            double[] out = new double[1000];
            for (int i = 0; i < 1000; i++) {
                out[i] = s[0] * at(expected, i)
                        + s[1] * at(expected, i - 1)
                        + s[2] * at(expected, i - 2)
                        - s[3] * at(out, i - 1)
                        - s[4] * at(out, i - 2);
            }
            expected = out;
        }
        new BiquadCascade(sections).apply(samples, 0, 1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(samples[i]).isCloseTo(expected[i], within(1e-11));
        }
    }

    private static double at(double[] values, int i) {
        return i < 0 ? 0 : values[i];
    }
}
