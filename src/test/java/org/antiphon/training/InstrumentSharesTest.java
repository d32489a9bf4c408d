package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import org.antiphon.dataset.Recording;
import org.antiphon.model.latent.LatentLayout;
import org.junit.jupiter.api.Test;

class InstrumentSharesTest {

    private static final List<String> CODES =
            List.of("vn", "va", "vc", "db", "fl", "ob", "cl", "sax", "bn", "tpt", "hn", "tbn", "tba", "vib", "pno");
    private static final int STEPS = 4;

    @Test
    void everyInstrumentStandsApartFromEveryOther() {
        for (String one : CODES) {
            float[] shares = InstrumentShares.of(one);
            float sum = 0;
            for (float share : shares) {
                sum += share;
            }
            assertThat(sum).as(one).isCloseTo(1, within(1e-6f));
            for (String other : CODES) {
                if (!one.equals(other)) {
                    assertThat(distance(shares, InstrumentShares.of(other)))
                            .as(one + " and " + other)
                            .isGreaterThan(0.2);
                }
            }
            assertThat(distance(shares, InstrumentShares.of(Recording.UNKNOWN))).isGreaterThan(0.2);
        }
    }

    @Test
    void whoHasAChannelKeepsItAndStringsAloneAreBowed() {
        assertThat(InstrumentShares.of("vc")).containsExactly(0, 1, 0, 0);
        assertThat(CODES.stream().filter(InstrumentShares::mixed)).hasSize(11);
        for (String code : CODES) {
            float[] shares = InstrumentShares.of(code);
            boolean string = List.of("vn", "va", "vc", "db").contains(code);
            assertThat(shares[0] + shares[1] > 0.45).as(code).isEqualTo(string);
        }
    }

    @Test
    void anEncoderIsTaughtAFluteAndNotOnlyTheFour() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray flute = latent(manager, InstrumentShares.of("fl"), false);
            double right = loss(latent(manager, InstrumentShares.of("fl"), true), flute);
            for (String wrong : List.of("vn", "vib", "cl", "tpt")) {
                assertThat(loss(latent(manager, InstrumentShares.of(wrong), true), flute))
                        .as(wrong)
                        .isGreaterThan(right + 0.01);
            }
        }
    }

    /** (1, CHANNELS, STEPS) of silence with those shares, or with scores that a softmax makes the shares of. */
    private static NDArray latent(NDManager manager, float[] shares, boolean scores) {
        float[] values = new float[LatentLayout.CHANNELS * STEPS];
        for (int c = 0; c < shares.length; c++) {
            for (int t = 0; t < STEPS; t++) {
                values[(LatentLayout.LEARNED + c) * STEPS + t] =
                        scores ? (float) Math.log(Math.max(1e-3, shares[c])) : shares[c];
            }
        }
        return manager.create(values, new Shape(1, LatentLayout.CHANNELS, STEPS));
    }

    private static double loss(NDArray raw, NDArray truth) {
        return LatentLoss.of("heard", raw, truth, new LinkedHashMap<>()).getFloat();
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
