package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Preferences, shares, hit rates, agreement, power and correlation against numbers of scipy and of plain definitions. */
class GoldenChoicesTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final JsonNode EXPECTED = Golden.read("choices-and-agreement.json");

    @Test
    void strengthsAgreeWithAnotherWayUpTheSameHill() {
        for (JsonNode row : EXPECTED.get("bradleyTerry")) {
            Choices choices = new Choices(
                    row.get("conditions").asInt(),
                    Golden.indices(row.get("participant")),
                    Golden.indices(row.get("first")),
                    Golden.indices(row.get("second")),
                    Golden.indices(row.get("outcome")));
            BradleyTerry found = BradleyTerry.of(choices, 0.95).orElseThrow();
            assertThat(found.penalised()).isFalse();
            assertThat(found.clustered()).isTrue();
            assertThat(found.strengths()).containsExactly(Golden.column(row.get("strengths")), within(1e-6));
            assertThat(found.tieParameter()).isCloseTo(row.get("tie").asDouble(), within(1e-6));
            // the golden errors are from second differences of the likelihood
            assertThat(found.errors()).containsExactly(Golden.column(row.get("errors")), within(1e-5));
            Choices one = new Choices(
                    choices.conditions(),
                    new int[choices.size()],
                    choices.first(),
                    choices.second(),
                    choices.outcome());
            assertThat(BradleyTerry.of(one, 0.95).orElseThrow().errors())
                    .containsExactly(Golden.column(row.get("modelErrors")), within(1e-5));
        }
    }

    @Test
    void sharesAgree() {
        for (JsonNode row : EXPECTED.get("proportion")) {
            Proportion share = Proportion.of(
                            row.get("hits").asLong(), row.get("trials").asLong(), 0.95)
                    .orElseThrow();
            assertThat(share.interval().low()).isCloseTo(row.get("low").asDouble(), CLOSE);
            assertThat(share.interval().high()).isCloseTo(row.get("high").asDouble(), CLOSE);
            assertThat(share.pAbove(0.5)).isCloseTo(row.get("p").asDouble(), CLOSE);
        }
    }

    @Test
    void sensitivitiesAgree() {
        for (JsonNode row : EXPECTED.get("abx")) {
            Abx abx = Abx.of(row.get("correct").asLong(), row.get("trials").asLong(), 0.95)
                    .orElseThrow();
            assertThat(abx.sensitivity().value())
                    .isCloseTo(row.get("independent").asDouble(), CLOSE);
            assertThat(abx.differencing().value())
                    .isCloseTo(row.get("differencing").asDouble(), CLOSE);
        }
    }

    @Test
    void unbiasedHitRatesAgree() {
        JsonNode row = EXPECTED.get("confusion");
        long[][] counts = new long[3][];
        for (int i = 0; i < 3; i++) {
            counts[i] = java.util.Arrays.stream(Golden.indices(row.get("counts").get(i)))
                    .asLongStream()
                    .toArray();
        }
        ConfusionMatrix matrix = new ConfusionMatrix(counts);
        for (int i = 0; i < 3; i++) {
            assertThat(matrix.unbiased(i)).isCloseTo(row.get("unbiased").get(i).asDouble(), CLOSE);
            assertThat(matrix.unbiasedByChance(i))
                    .isCloseTo(row.get("chance").get(i).asDouble(), CLOSE);
        }
    }

    @Test
    void testsOfUnbiasedHitRatesAgree() {
        JsonNode row = EXPECTED.get("hits");
        List<HitRate> rates = HitRate.of(
                3,
                4,
                12,
                Golden.indices(row.get("participant")),
                Golden.indices(row.get("meant")),
                Golden.indices(row.get("answered")),
                0.95);
        for (HitRate rate : rates) {
            JsonNode expected = row.get("categories").get(rate.category());
            HitRate.UnbiasedHits found = rate.byParticipant().orElseThrow();
            assertThat(found.mean()).isCloseTo(expected.get("mean").asDouble(), CLOSE);
            assertThat(found.arcsine()).isCloseTo(expected.get("arcsine").asDouble(), CLOSE);
            assertThat(found.arcsineByChance()).isCloseTo(expected.get("chance").asDouble(), CLOSE);
            assertThat(found.p()).isCloseTo(expected.get("p").asDouble(), CLOSE);
            assertThat(found.difference().interval().low())
                    .isCloseTo(expected.get("low").asDouble(), within(1e-8));
        }
    }

    @Test
    void alphasAgreeWithTheMatrixOfCoincidences() {
        for (JsonNode row : EXPECTED.get("krippendorff")) {
            for (Krippendorff.Scale scale : Krippendorff.Scale.values()) {
                double[][] ratings = Golden.rows(row.get("ratings"));
                assertThat(Krippendorff.of(ratings, scale, 0.95).orElseThrow().alpha())
                        .isCloseTo(row.get(scale.name()).asDouble(), CLOSE);
            }
        }
    }

    @Test
    void alphasAreThoseOfKrippendorffsExample() {
        double[][] ratings = Golden.rows(EXPECTED.get("krippendorff").get(0).get("ratings"));
        assertThat(List.of(Krippendorff.Scale.values()))
                .extracting(scale ->
                        Krippendorff.of(ratings, scale, 0.95).orElseThrow().alpha())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 5e-4 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(0.743, 0.815, 0.849);
    }

    @Test
    void intraclassCorrelationsAgree() {
        for (JsonNode row : EXPECTED.get("icc")) {
            IntraclassCorrelation found = IntraclassCorrelation.of(Golden.rows(row.get("ratings")), 0.95)
                    .orElseThrow();
            assertCoefficient(found.single(), row.get("single"));
            assertCoefficient(found.average(), row.get("average"));
            assertCoefficient(found.averageOfThese(), row.get("averageOfThese"));
        }
    }

    private static void assertCoefficient(IntraclassCorrelation.Coefficient found, JsonNode expected) {
        assertThat(new double[] {
                    found.value(), found.interval().low(), found.interval().high()
                })
                .containsExactly(Golden.column(expected), within(1e-7));
    }

    @Test
    void powersAgree() {
        for (JsonNode row : EXPECTED.get("power")) {
            double dz = row.get("dz").asDouble();
            assertThat(Power.paired(dz, row.get("pairs").asInt(), 0.05))
                    .isCloseTo(row.get("power").asDouble(), within(1e-8));
            assertThat(Power.pairsNeeded(dz, 0.8, 0.05).orElseThrow())
                    .isEqualTo(row.get("needed").asInt());
        }
        for (JsonNode row : EXPECTED.get("halfWidth")) {
            assertThat(Power.participantsFor(
                                    row.get("half").asDouble(),
                                    row.get("deviation").asDouble(),
                                    0.95)
                            .orElseThrow())
                    .isEqualTo(row.get("needed").asInt());
        }
    }

    @Test
    void correlationsAgree() {
        for (JsonNode row : EXPECTED.get("correlation")) {
            double[] x = Golden.column(row.get("x"));
            double[] y = Golden.column(row.get("y"));
            Correlation pearson = Correlation.pearson(x, y, 0.95, 200, 1).orElseThrow();
            assertThat(new double[] {
                        pearson.value(),
                        pearson.p(),
                        pearson.interval().low(),
                        pearson.interval().high()
                    })
                    .containsExactly(Golden.column(row.get("pearson")), CLOSE);
            Correlation spearman = Correlation.spearman(x, y, 0.95, 200, 1).orElseThrow();
            assertThat(new double[] {spearman.value(), spearman.p()})
                    .containsExactly(Golden.column(row.get("spearman")), CLOSE);
            Correlation kendall = Correlation.kendall(x, y, 0.95, 200, 1).orElseThrow();
            assertThat(new double[] {kendall.value(), kendall.p()})
                    .containsExactly(Golden.column(row.get("kendall")), CLOSE);
        }
    }
}
