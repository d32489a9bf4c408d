package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossCorrelationTest {

    @Test
    void agreesWithTheSumThatDefinesIt() {
        float[] a = Sounds.noise(1, 0.002, 24_000, 1).samples();
        float[] b = Sounds.noise(1, 0.0017, 24_000, 2).samples();
        double[] result = CrossCorrelation.of(a, b, 12);
        for (int lag = -12; lag <= 12; lag++) {
            double sum = 0;
            for (int i = 0; i < b.length; i++) {
                sum += i + lag >= 0 && i + lag < a.length ? a[i + lag] * b[i] : 0;
            }
            assertThat(result[lag + 12]).isCloseTo(sum, within(1e-6));
        }
    }

    @Test
    void takesLongSequencesPieceByPiece() {
        float[] a = Sounds.noise(1, 1.9, 24_000, 1).samples();
        float[] b = Sounds.noise(1, 2.1, 24_000, 2).samples();
        double[] result = CrossCorrelation.of(a, b, 700);
        for (int lag = -700; lag <= 700; lag += 100) {
            double sum = 0;
            for (int i = 0; i < b.length; i++) {
                sum += i + lag >= 0 && i + lag < a.length ? a[i + lag] * b[i] : 0;
            }
            assertThat(result[lag + 700]).isCloseTo(sum, within(1e-2));
        }
    }
}
