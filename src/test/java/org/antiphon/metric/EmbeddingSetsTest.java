package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingSetsTest {

    private static double[][] normal(int count, int size, double mean, double deviation, long seed) {
        Random random = new Random(seed);
        double[][] set = new double[count][size];
        for (double[] row : set) {
            for (int i = 0; i < size; i++) {
                row[i] = mean + deviation * random.nextGaussian();
            }
        }
        return set;
    }

    @Test
    void aSetIsAtNoDistanceFromItself() {
        double[][] set = normal(300, 12, 0, 1, 1);
        assertThat(EmbeddingSets.frechet(set, set).asDouble().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(EmbeddingSets.kernel(set, set).asDouble().orElseThrow()).isCloseTo(0, within(0.01));
    }

    @Test
    void frechetFollowsItsFormulaForNormalDistributions() {
        double[][] a = normal(20_000, 3, 0, 1, 1);
        double[][] b = normal(20_000, 3, 2, 3, 2);
        // three dimensions of (0 - 2)² + (1 - 3)²
        assertThat(EmbeddingSets.frechet(a, b).asDouble().orElseThrow()).isCloseTo(24, within(0.5));
    }

    @Test
    void kernelTellsSetsApartAndLeavesLikeOnesTogether() {
        double[][] a = normal(250, 4, 0, 1, 1);
        assertThat(EmbeddingSets.kernel(a, normal(250, 4, 0, 1, 2)).asDouble().orElseThrow())
                .isCloseTo(0, within(0.01));
        assertThat(EmbeddingSets.kernel(a, normal(250, 4, 1, 1, 3)).asDouble().orElseThrow())
                .isGreaterThan(0.1);
    }

    @Test
    void refusesSmallSetsAndTooManyDimensions() {
        double[][] small = normal(199, 4, 0, 1, 1);
        double[][] large = normal(200, 4, 0, 1, 1);
        assertThat(EmbeddingSets.frechet(large, small)).isInstanceOf(NotMeasured.class);
        assertThat(((NotMeasured) EmbeddingSets.kernel(small, large)).reason())
                .contains("199")
                .contains("200");
        double[][] wide = normal(200, 200, 0, 1, 1);
        assertThat(EmbeddingSets.frechet(wide, wide)).isInstanceOf(NotMeasured.class);
        double[][] same = new double[200][4];
        assertThat(EmbeddingSets.kernel(same, large)).isInstanceOf(NotMeasured.class);
    }

    @Test
    void refusesEmbeddingsThatAreNone() {
        double[][] set = normal(200, 4, 0, 1, 1);
        set[7][2] = Double.NaN;
        assertThatThrownBy(() -> EmbeddingSets.frechet(set, set)).hasMessageContaining("embedding 7");
    }
}
