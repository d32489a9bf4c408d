package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.antiphon.dashboard.statistics.SignedRank.Calculation;
import org.antiphon.dashboard.statistics.SignedRank.Zeros;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Descriptions, clustered means and paired tests against numbers of numpy and scipy. */
class GoldenPairedTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final JsonNode EXPECTED = Golden.read("paired.json");

    @Test
    void summariesAgree() {
        for (JsonNode row : EXPECTED.get("summaries")) {
            Summary summary = Summary.of(Golden.column(row.get("values"))).orElseThrow();
            assertThat(summary.mean()).isCloseTo(row.get("mean").asDouble(), CLOSE);
            if (row.get("deviation").isNull()) {
                assertThat(summary.deviation()).isNaN();
            } else {
                assertThat(summary.deviation()).isCloseTo(row.get("deviation").asDouble(), CLOSE);
            }
            assertThat(new double[] {summary.lowerQuartile(), summary.median(), summary.upperQuartile()})
                    .containsExactly(Golden.column(row.get("quartiles")), CLOSE);
        }
    }

    @Test
    void clusteredMeansAgreeWithTheMatricesOfTheMethod() {
        for (JsonNode row : EXPECTED.get("clusters")) {
            int[] participant = Golden.indices(row.get("participant"));
            int participants = Arrays.stream(participant).max().orElseThrow() + 1;
            Clusters clusters = Clusters.of(participants, participant, Golden.column(row.get("value")));
            ClusteredMean mean = ClusteredMean.of(clusters, Interval.CUSTOMARY).orElseThrow();
            assertThat(mean.mean()).isCloseTo(row.get("mean").asDouble(), CLOSE);
            assertThat(mean.standardError()).isCloseTo(row.get("error").asDouble(), CLOSE);
            assertThat(mean.freedom()).isCloseTo(row.get("freedom").asDouble(), CLOSE);
            assertThat(mean.interval().low()).isCloseTo(row.get("low").asDouble(), within(1e-7));
            assertThat(mean.interval().high()).isCloseTo(row.get("high").asDouble(), within(1e-7));
        }
    }

    @Test
    void signedRankTestsAgree() {
        for (JsonNode row : EXPECTED.get("wilcoxon")) {
            double[] differences = Golden.column(row.get("differences"));
            for (Zeros zeros : Zeros.values()) {
                JsonNode expected = row.get(zeros.name());
                SignedRank normal =
                        SignedRank.of(differences, zeros, Calculation.NORMAL).orElseThrow();
                assertThat(normal.plus()).isCloseTo(expected.get("plus").asDouble(), CLOSE);
                assertThat(normal.minus()).isCloseTo(expected.get("minus").asDouble(), CLOSE);
                assertThat(normal.p()).isCloseTo(expected.get("normal").asDouble(), CLOSE);
                if (expected.has("exact")) {
                    assertThat(SignedRank.of(differences, zeros, Calculation.EXACT)
                                    .orElseThrow()
                                    .p())
                            .isCloseTo(expected.get("exact").asDouble(), CLOSE);
                }
            }
        }
    }

    @Test
    void friedmanTestsAgree() {
        for (JsonNode row : EXPECTED.get("friedman")) {
            Friedman test =
                    Friedman.of(new CellMeans(Golden.rows(row.get("cells")))).orElseThrow();
            assertThat(test.statistic()).isCloseTo(row.get("statistic").asDouble(), CLOSE);
            assertThat(test.p()).isCloseTo(row.get("p").asDouble(), CLOSE);
            assertThat(test.concordance()).isCloseTo(row.get("concordance").asDouble(), CLOSE);
            assertThat(test.f()).isCloseTo(row.get("f").asDouble(), CLOSE);
            assertThat(test.pOfF()).isCloseTo(row.get("pOfF").asDouble(), CLOSE);
            assertThat(test.meanRanks()).containsExactly(Golden.column(row.get("meanRanks")), CLOSE);
        }
    }

    @Test
    void noncentralProbabilitiesAgree() {
        for (JsonNode row : EXPECTED.get("noncentralT")) {
            double found = NoncentralT.cumulative(
                    row.get("t").asDouble(),
                    row.get("freedom").asDouble(),
                    row.get("shift").asDouble());
            assertThat(found).as(row.toString()).isCloseTo(row.get("p").asDouble(), within(1e-10));
        }
    }

    @Test
    void effectSizesAgree() {
        for (JsonNode row : EXPECTED.get("dz")) {
            double[] differences = Golden.column(row.get("differences"));
            CohenDz dz = CohenDz.of(differences, Interval.CUSTOMARY).orElseThrow();
            assertThat(dz.value()).isCloseTo(row.get("value").asDouble(), CLOSE);
            assertThat(dz.unbiased()).isCloseTo(row.get("unbiased").asDouble(), CLOSE);
            assertThat(dz.interval().low()).isCloseTo(row.get("low").asDouble(), within(1e-7));
            assertThat(dz.interval().high()).isCloseTo(row.get("high").asDouble(), within(1e-7));
            Interval mean = MeanDifference.of(differences, Interval.CUSTOMARY)
                    .orElseThrow()
                    .interval();
            assertThat(mean.low()).isCloseTo(row.get("meanLow").asDouble(), within(1e-7));
            assertThat(mean.high()).isCloseTo(row.get("meanHigh").asDouble(), within(1e-7));
        }
    }

    @Test
    void holmAgrees() {
        JsonNode row = EXPECTED.get("holm");
        assertThat(Holm.adjust(Golden.column(row.get("p")))).containsExactly(Golden.column(row.get("adjusted")), CLOSE);
    }
}
