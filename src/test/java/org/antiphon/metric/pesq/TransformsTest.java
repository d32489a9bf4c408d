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

    private static final int LANES = 5;

    private static double[] noise(int length, int seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    /** Bin {@code k} of a transform, by the sum that defines it: real and imaginary part. */
    private static double[] bin(double[] re, double[] im, int k) {
        double[] sum = new double[2];
        for (int n = 0; n < re.length; n++) {
            double angle = -2 * Math.PI * ((long) k * n % re.length) / re.length;
            sum[0] += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
            sum[1] += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
        }
        return sum;
    }

    private static double[] column(double[][] rows, int lane) {
        return Arrays.stream(rows).mapToDouble(row -> row[lane]).toArray();
    }

    private static double[][] rows(int count, int lanes, int seed) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, r -> noise(lanes, seed + r));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 64, 256})
    void transformsEveryLaneByItself(int size) {
        LaneFft fft = LaneFft.of(size);
        double[][] re = rows(size, LANES, 1);
        double[][] im = rows(size, LANES, 1000);
        double[][] a = new double[size][];
        double[][] b = new double[size][];
        for (int n = 0; n < size; n++) {
            a[fft.row(n)] = re[n].clone();
            b[fft.row(n)] = im[n].clone();
        }
        fft.forward(a, b, LANES);
        for (int lane = 0; lane < LANES; lane++) {
            for (int k = 0; k < size; k += 1 + size / 9) {
                double[] expected = bin(column(re, lane), column(im, lane), k);
                assertThat(a[k][lane]).isCloseTo(expected[0], within(1e-11));
                assertThat(b[k][lane]).isCloseTo(expected[1], within(1e-11));
            }
        }
        fft.inverse(a, b, LANES);
        for (int n = 0; n < size; n++) {
            assertThat(a[n][LANES - 1] / size).isCloseTo(re[n][LANES - 1], within(1e-13));
            assertThat(b[n][LANES - 1] / size).isCloseTo(im[n][LANES - 1], within(1e-13));
        }
    }

    @Test
    void refusesSizesThatAreNoPowersOfTwo() {
        assertThatThrownBy(() -> LaneFft.of(12)).hasMessageContaining("12");
        assertThatThrownBy(() -> LongFft.of(64)).hasMessageContaining("64");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 512})
    void spectraOfRealFramesAreTwiceTheTransform(int size) {
        LaneSpectra spectra = LaneSpectra.of(size);
        int half = size / 2;
        double[] samples = noise(size, 3);
        double[][] re = new double[half][1];
        double[][] im = new double[half][1];
        for (int n = 0; n < half; n++) {
            re[spectra.row(n)][0] = samples[2 * n];
            im[spectra.row(n)][0] = samples[2 * n + 1];
        }
        spectra.forward(re, im, 1);
        double[] zeros = new double[size];
        assertThat(re[0][0]).isCloseTo(2 * bin(samples, zeros, 0)[0], within(1e-11));
        assertThat(im[0][0]).isCloseTo(2 * bin(samples, zeros, half)[0], within(1e-11));
        for (int k = 1; k < half; k++) {
            double[] expected = bin(samples, zeros, k);
            assertThat(re[k][0]).isCloseTo(2 * expected[0], within(1e-11));
            assertThat(im[k][0]).isCloseTo(2 * expected[1], within(1e-11));
        }
        spectra.inverse(re, im, 1);
        for (int n = 0; n < half; n++) {
            assertThat(re[n][0] / (2 * size)).isCloseTo(samples[2 * n], within(1e-13));
            assertThat(im[n][0] / (2 * size)).isCloseTo(samples[2 * n + 1], within(1e-13));
        }
    }

    @Test
    void aBatchCorrelatesFramesAsTheSumOfProducts() {
        int size = 64;
        int hop = 16;
        double[] x = noise(200, 5);
        double[] y = noise(200, 6);
        double[] window = noise(size, 7);
        FrameBatch a = new FrameBatch(size, hop);
        FrameBatch b = new FrameBatch(size, hop);
        a.spectra(x, -20, 9, window);
        b.spectra(y, 30, 9, window);
        b.correlate(a, 9);
        for (int frame = 0; frame < 9; frame++) {
            for (int lag = 0; lag < size; lag++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    int j = (i + lag) % size;
                    sum += at(x, frame * hop - 20 + i) * window[i] * at(y, frame * hop + 30 + j) * window[j];
                }
                double[][] part = lag % 2 == 0 ? b.re() : b.im();
                assertThat(part[lag / 2][frame] / FrameBatch.scale(size)).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 1024, 16384})
    void aLongTransformTellsWhereEachBinIs(int size) {
        LongFft fft = LongFft.of(size);
        double[] re = noise(size, 8);
        double[] im = noise(size, 9);
        double[][] a = new double[fft.rows()][];
        double[][] b = new double[fft.rows()][];
        for (int r = 0; r < fft.rows(); r++) {
            a[fft.row(r)] = Arrays.copyOfRange(re, r * LongFft.COLUMNS, (r + 1) * LongFft.COLUMNS);
            b[fft.row(r)] = Arrays.copyOfRange(im, r * LongFft.COLUMNS, (r + 1) * LongFft.COLUMNS);
        }
        fft.forward(a, b);
        for (int k = 0; k < size; k += 1 + size / 23) {
            double[] expected = bin(re, im, k);
            assertThat(a[fft.rowOf(k)][fft.columnOf(k)]).isCloseTo(expected[0], within(1e-9));
            assertThat(b[fft.rowOf(k)][fft.columnOf(k)]).isCloseTo(expected[1], within(1e-9));
        }
        fft.inverse(a, b);
        for (int n = 0; n < size; n++) {
            assertThat(a[n / LongFft.COLUMNS][n % LongFft.COLUMNS] / size).isCloseTo(re[n], within(1e-12));
            assertThat(b[n / LongFft.COLUMNS][n % LongFft.COLUMNS] / size).isCloseTo(im[n], within(1e-12));
        }
    }

    @Test
    void growingRangesCorrelateAsWholeOnesDo() {
        double[] x = new Random(10).doubles(60).toArray();
        double[] y = new Random(11).doubles(70).toArray();
        GrowingCorrelation growing = new GrowingCorrelation(x, y);
        growing.clear(30, 40);
        int[][] ranges = {{30, 35, 40, 42}, {22, 41, 31, 55}, {22, 58, 31, 55}, {0, 60, 0, 70}};
        for (int[] range : ranges) {
            growing.grow(range[0], range[1], range[2], range[3]);
            double[] a = Arrays.copyOfRange(x, range[0], range[1]);
            double[] b = Arrays.copyOfRange(y, range[2], range[3]);
            double[] sums = CrossSums.of(a, b, a.length + b.length);
            int best = 0;
            for (int lag = 1 - a.length; lag < b.length; lag++) {
                best = sums[Math.floorMod(lag, sums.length)] > sums[Math.floorMod(best, sums.length)] ? lag : best;
            }
            assertThat(growing.length()).isEqualTo(a.length + b.length - 1);
            assertThat(growing.shift()).isEqualTo(best);
        }
    }

    @Test
    void silenceHasNoShift() {
        GrowingCorrelation growing = new GrowingCorrelation(new double[20], new double[20]);
        growing.clear(0, 0);
        growing.grow(0, 15, 0, 20);
        assertThat(growing.shift()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 3000})
    void aCascadeFiltersLikeItsSectionsOneByOne(int length) {
        double[][] sections = {
            {0.5, 0.2, -0.1, -0.9, 0.3},
            {1.2, -0.4, 0.3, 0.1, -0.2},
            {0.7, 0, 0, -0.6, 0},
            {1, -1, 0, 0, 0},
            {2, 1, 0, -0.5, 0}
        };
        double[] samples = noise(length + 2, 12);
        double[] filtered = samples.clone();
        new BiquadCascade(sections).apply(filtered, 1, length + 1);
        double[] expected = Arrays.copyOfRange(samples, 1, length + 1);
        for (double[] s : sections) {
            double[] out = new double[length];
            for (int i = 0; i < length; i++) {
                double in = s[0] * at(expected, i) + s[1] * at(expected, i - 1) + s[2] * at(expected, i - 2);
                out[i] = in - s[3] * at(out, i - 1) - s[4] * at(out, i - 2);
            }
            expected = out;
        }
        assertThat(filtered[0]).isEqualTo(samples[0]);
        assertThat(filtered[length + 1]).isEqualTo(samples[length + 1]);
        for (int i = 0; i < length; i++) {
            assertThat(filtered[i + 1]).isCloseTo(expected[i], within(1e-11));
        }
    }

    private static double at(double[] values, int i) {
        return i < 0 || i >= values.length ? 0 : values[i];
    }
}
