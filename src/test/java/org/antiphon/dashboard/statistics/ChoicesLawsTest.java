package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold of preferences, shares, agreement, power and correlation, whatever the numbers. */
class ChoicesLawsTest {

    private static final double NAN = Double.NaN;

    /** Each row: first, second, outcome; participants by turns. */
    private static Choices choices(int conditions, int participants, int[]... rows) {
        int[] participant = new int[rows.length];
        Arrays.setAll(participant, i -> i % participants);
        return new Choices(conditions, participant, column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static int[] column(int[][] rows, int place) {
        return Arrays.stream(rows).mapToInt(row -> row[place]).toArray();
    }

    @Test
    void oddsOfTwoConditionsAreTheirCounts() {
        Choices choices = choices(2, 4, new int[][] {{0, 1, 1}, {1, 0, -1}, {0, 1, 1}, {0, 1, -1}});
        BradleyTerry found = BradleyTerry.of(choices, 0.95).orElseThrow();
        assertThat(found.preferred(0, 1)).isCloseTo(0.75, within(1e-9));
        assertThat(found.strengths()[0] + found.strengths()[1]).isCloseTo(0, within(1e-12));
        assertThat(found.clustered()).isFalse();
        assertThat(found.difference(0, 1).low())
                .isCloseTo(-found.difference(1, 0).high(), within(1e-12));
    }

    @Test
    void namingConditionsInAnotherOrderChangesNothingElse() {
        SplittableRandom random = new SplittableRandom(8);
        int[][] rows = new int[200][];
        int[][] renamed = new int[200][];
        for (int i = 0; i < rows.length; i++) {
            int first = random.nextInt(4);
            int second = (first + 1 + random.nextInt(3)) % 4;
            int outcome = random.nextInt(3) - 1;
            rows[i] = new int[] {first, second, outcome};
            renamed[i] = new int[] {3 - second, 3 - first, -outcome};
        }
        BradleyTerry there = BradleyTerry.of(choices(4, 9, rows), 0.95).orElseThrow();
        BradleyTerry back = BradleyTerry.of(choices(4, 9, renamed), 0.95).orElseThrow();
        for (int i = 0; i < 4; i++) {
            assertThat(back.strengths()[3 - i]).isCloseTo(there.strengths()[i], within(1e-9));
            assertThat(back.errors()[3 - i]).isCloseTo(there.errors()[i], within(1e-9));
        }
    }

    @Test
    void aConditionThatAlwaysWinsGetsAFiniteStrengthThatSaysSo() {
        BradleyTerry found = BradleyTerry.of(
                        choices(3, 5, new int[][] {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {1, 2, -1}, {0, 1, 1}}), 0.95)
                .orElseThrow();
        assertThat(found.penalised()).isTrue();
        assertThat(found.strengths()[0]).isBetween(0.5, 5.0);
        assertThat(found.strengths()[1]).isGreaterThan(found.strengths()[2] - 1);
        assertThat(found.errors()).doesNotContain(NAN);
    }

    @Test
    void saysWhyThereAreNoStrengths() {
        assertThat(BradleyTerry.of(choices(4, 2, new int[][] {{0, 1, 1}, {2, 3, 1}}), 0.95)
                        .whyNot())
                .contains("not all conditions were compared with each other, if only by way of third ones");
        assertThat(BradleyTerry.of(choices(2, 2, new int[][] {{0, 1, 0}, {1, 0, 0}}), 0.95)
                        .whyNot())
                .contains("nobody preferred anything");
        assertThatIllegalArgumentException().isThrownBy(() -> choices(2, 1, new int[][] {{1, 1, 0}}));
    }

    @Test
    void guessersHaveNoSensitivityAndTheFlawlessHaveNoEnd() {
        Abx guessing = Abx.of(9, 20, 0.95).orElseThrow();
        assertThat(guessing.sensitivity().value()).isZero();
        assertThat(guessing.p()).isGreaterThan(0.5);
        Abx flawless = Abx.of(10, 10, 0.95).orElseThrow();
        assertThat(flawless.sensitivity().value()).isInfinite();
        assertThat(flawless.sensitivity().interval().low()).isBetween(1.0, 3.0);
        assertThat(Abx.of(0, 0, 0.95).whyNot()).contains("there are no trials");
    }

    @Test
    void answeringOneCategoryAlwaysDoesNotPay() {
        ConfusionMatrix matrix = ConfusionMatrix.of(2, 2, new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0});
        assertThat(matrix.hits(0)).isEqualTo(2);
        assertThat(matrix.unbiased(0)).isEqualTo(0.5);
        assertThat(matrix.unbiased(0)).isEqualTo(matrix.unbiasedByChance(0));
        assertThat(matrix.unbiased(1)).isZero();
    }

    @Test
    void agreementIsOneForEqualsAndNotAboveChanceForStrangers() {
        double[][] equal = {{1, 1, NAN}, {3, 3, 3}, {2, NAN, 2}, {5, NAN, NAN}};
        double[][] strange = new double[200][6];
        SplittableRandom random = new SplittableRandom(3);
        for (double[] row : strange) {
            Arrays.setAll(row, i -> random.nextInt(5));
        }
        for (Krippendorff.Scale scale : Krippendorff.Scale.values()) {
            Krippendorff perfect = Krippendorff.of(equal, scale, 0.95).orElseThrow();
            assertThat(perfect.alpha()).isEqualTo(1);
            assertThat(perfect.units()).isEqualTo(3);
            Krippendorff none = Krippendorff.of(strange, scale, 0.95).orElseThrow();
            assertThat(none.interval().orElseThrow().holds(0)).isTrue();
        }
        assertThat(Krippendorff.of(new double[3][3], Krippendorff.Scale.ORDINAL, 0.95)
                        .whyNot())
                .contains("all ratings are the same");
    }

    @Test
    void aRaterWithAnotherLevelHurtsAgreementButNotConsistency() {
        double[][] level = {{1, 2, 1.5}, {5, 6.2, 5}, {3, 4, 3.1}, {4, 5, 4.2}};
        double[][] shifted = Arrays.stream(level)
                .map(row -> new double[] {row[0], row[1] + 10, row[2]})
                .toArray(double[][]::new);
        IntraclassCorrelation before = IntraclassCorrelation.of(level, 0.95).orElseThrow();
        IntraclassCorrelation after = IntraclassCorrelation.of(shifted, 0.95).orElseThrow();
        assertThat(after.single().value()).isLessThan(before.single().value() / 2);
        assertThat(after.averageOfThese().value())
                .isCloseTo(before.averageOfThese().value(), within(1e-9));
        shifted[2][1] = NAN;
        assertThat(IntraclassCorrelation.of(shifted, 0.95).orElseThrow().leftOut())
                .isEqualTo(1);
    }

    @Test
    void powerWithoutAnEffectIsTheLevelOfTheTest() {
        assertThat(Power.paired(0, 20, 0.05)).isCloseTo(0.05, within(1e-9));
        assertThat(Power.pairsNeeded(0, 0.8, 0.05).whyNot())
                .contains("so small an effect is not found with a million participants");
    }

    @Test
    void promisesNoNumberForAnEffectThatMayBeNone() {
        CohenDz small =
                CohenDz.of(new double[] {1, -1, 2, 0, 1, -2, 3, 1}, 0.95).orElseThrow();
        HowManyMore plan = HowManyMore.of(small, 0.8, 0.05);
        assertThat(plan.neededAtMost().whyNot())
                .contains("the interval of the effect holds 0: no number can be promised");
        assertThat(plan.needed().orElseThrow())
                .isGreaterThan(plan.neededAtLeast().orElseThrow());
        CohenDz large = CohenDz.of(new double[] {3, 2, 4, 3, 2, 4, 3, 1}, 0.95).orElseThrow();
        HowManyMore done = HowManyMore.of(large, 0.8, 0.05);
        assertThat(done.neededAtMost().orElseThrow()).isLessThanOrEqualTo(12);
        assertThat(done.power()).isGreaterThan(0.99);
    }

    @Test
    void ranksDoNotMindAnotherScale() {
        SplittableRandom random = new SplittableRandom(2);
        double[] x = random.doubles(30).toArray();
        double[] y = Arrays.stream(x).map(v -> v + random.nextDouble()).toArray();
        double[] bent = Arrays.stream(y).map(v -> Math.exp(5 * v)).toArray();
        assertThat(Correlation.spearman(x, bent, 0.95, 100, 1).orElseThrow().value())
                .isEqualTo(
                        Correlation.spearman(x, y, 0.95, 100, 1).orElseThrow().value());
        assertThat(Correlation.kendall(x, bent, 0.95, 100, 1).orElseThrow().value())
                .isEqualTo(Correlation.kendall(x, y, 0.95, 100, 1).orElseThrow().value());
        assertThat(Correlation.pearson(x, bent, 0.95, 100, 1).orElseThrow().value())
                .isLessThan(
                        Correlation.pearson(x, y, 0.95, 100, 1).orElseThrow().value());
        assertThat(Correlation.pearson(x, x, 0.95, 100, 1).orElseThrow().interval())
                .isEqualTo(new Interval(1, 1, 0.95));
        assertThat(Correlation.kendall(x, new double[30], 0.95, 100, 1).whyNot())
                .contains("one of the two is the same for all clips");
    }

    @Test
    void seesWhoClicksThrough() {
        int[] participant = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        int[] page = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};
        double[] value = {3, 3, 3, 3, 1, 4, 2, 5, 2, 2, 4, NAN};
        double[] millis = {100, 100, 100, 100, 1000, 2000, 1500, 900, 1000, 1000, 1600, 900};
        List<Carefulness> found = Carefulness.of(3, participant, 4, page, value, millis);
        assertThat(found).extracting(Carefulness::longestRun).containsExactly(4, 1, 2);
        assertThat(found).extracting(Carefulness::ratings).containsExactly(4, 4, 3);
        assertThat(found.get(0).speed()).isEqualTo(3);
        assertThat(found.get(0).commonest()).isEqualTo(1);
        assertThat(found.get(0).deviation()).isZero();
        assertThat(found.get(1).speed()).isLessThan(1.1);
        assertThat(found.get(2).medianMillis()).isEqualTo(1000);
    }
}
