package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold of descriptions, clustered means and comparisons, whatever the numbers. */
class PairedLawsTest {

    private static final double NAN = Double.NaN;

    /** 14 participants with a level of their own, 8 ratings each. */
    private static double[][] ratings() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[14][8];
        for (double[] row : rows) {
            double level = 50 + 20 * random.nextDouble();
            Arrays.setAll(row, i -> level + 30 * random.nextDouble());
        }
        return rows;
    }

    private static Clusters clusters(double[][] rows) {
        int[] participant = new int[rows.length * rows[0].length];
        double[] value = new double[participant.length];
        for (int i = 0; i < value.length; i++) {
            participant[i] = i / rows[0].length;
            value[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return Clusters.of(rows.length, participant, value);
    }

    private static Interval of(double[][] rows) {
        return ClusteredMean.of(clusters(rows), 0.95).orElseThrow().interval();
    }

    @Test
    void ratingTheSameTwiceTellsNothingNew() {
        double[][] once = ratings();
        double[][] twice = Arrays.stream(once)
                .map(row -> Arrays.copyOf(row, 2 * row.length))
                .toArray(double[][]::new);
        for (double[] row : twice) {
            System.arraycopy(row, 0, row, row.length / 2, row.length / 2);
        }
        assertThat(of(twice).low()).isCloseTo(of(once).low(), within(1e-9));
        assertThat(of(twice).high()).isCloseTo(of(once).high(), within(1e-9));
    }

    @Test
    void oneParticipantWithAThousandRatingsDoesNotShrinkTheInterval() {
        double[][] rows = ratings();
        int[] participant = new int[14 * 8 + 1000];
        double[] value = new double[participant.length];
        for (int i = 0; i < value.length; i++) {
            participant[i] = i < 112 ? i / 8 : 3;
            value[i] = i < 112 ? rows[i / 8][i % 8] : rows[3][i % 8];
        }
        Clusters uneven = Clusters.of(14, participant, value);
        ClusteredMean mean = ClusteredMean.of(uneven, 0.95).orElseThrow();
        assertThat(mean.freedom()).isLessThan(3);
        assertThat(mean.interval().halfWidth()).isGreaterThan(of(rows).halfWidth());
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        double[][] rows = ratings();
        double[][] turned = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            turned[i] = rows[(i * 5 + 3) % rows.length];
        }
        assertThat(of(turned).low()).isCloseTo(of(rows).low(), within(1e-9));
        CellMeans cells = new CellMeans(rows);
        CellMeans other = new CellMeans(turned);
        assertThat(Friedman.of(other).orElseThrow().statistic())
                .isCloseTo(Friedman.of(cells).orElseThrow().statistic(), within(1e-9));
        assertThat(SignedRank.of(other.differences(0, 1), SignedRank.Zeros.RANKED)
                        .orElseThrow()
                        .p())
                .isEqualTo(SignedRank.of(cells.differences(0, 1), SignedRank.Zeros.RANKED)
                        .orElseThrow()
                        .p());
    }

    @Test
    void movingTheScaleMovesTheInterval() {
        double[][] moved = Arrays.stream(ratings())
                .map(row -> Arrays.stream(row).map(v -> 2 * v - 7).toArray())
                .toArray(double[][]::new);
        assertThat(of(moved).low()).isCloseTo(2 * of(ratings()).low() - 7, within(1e-9));
    }

    @Test
    void aSeedFixesTheBootstrap() {
        Clusters clusters = clusters(ratings());
        Interval first =
                ClusteredMean.bootstrap(clusters, 0.95, 500, 9).orElseThrow().interval();
        assertThat(ClusteredMean.bootstrap(clusters, 0.95, 500, 9).orElseThrow().interval())
                .isEqualTo(first);
        assertThat(ClusteredMean.bootstrap(clusters, 0.95, 500, 10)
                        .orElseThrow()
                        .interval())
                .isNotEqualTo(first);
        assertThat(first.halfWidth())
                .isCloseTo(of(ratings()).halfWidth(), within(of(ratings()).halfWidth() * 0.2));
    }

    @Test
    void theBootstrapSaysWhenItCannotTell() {
        double[][] alike = new double[6][2];
        alike[0][0] = 1;
        assertThat(ClusteredMean.bootstrap(clusters(alike), 0.95, 500, 9).whyNot())
                .contains("too many participants rated exactly alike for a bootstrap");
        assertThat(ClusteredMean.bootstrap(clusters(new double[4][2]), 0.95, 500, 9)
                        .whyNot())
                .contains("an interval needs ratings of 5 participants at least, there are 4");
        assertThat(ClusteredMean.of(clusters(new double[1][2]), 0.95).whyNot())
                .contains("an interval needs ratings of 2 participants at least, there are 1");
    }

    @Test
    void swappingTheSidesSwapsTheSigns() {
        CellMeans cells = new CellMeans(ratings());
        PairedComparison there = PairedComparison.of(cells, List.of(new int[] {0, 1}), SignedRank.Zeros.LEFT_OUT, 0.95)
                .get(0);
        PairedComparison back = PairedComparison.of(cells, List.of(new int[] {1, 0}), SignedRank.Zeros.LEFT_OUT, 0.95)
                .get(0);
        assertThat(back.test().orElseThrow().p())
                .isEqualTo(there.test().orElseThrow().p());
        assertThat(back.test().orElseThrow().rankBiserial())
                .isEqualTo(-there.test().orElseThrow().rankBiserial());
        assertThat(back.effect().orElseThrow().interval().low())
                .isCloseTo(-there.effect().orElseThrow().interval().high(), within(1e-8));
    }

    @Test
    void leavesOutParticipantsWhoMissACell() {
        CellMeans cells = new CellMeans(
                new double[][] {{1, 2, 3}, {2, NAN, 5}, {1, 4, NAN}, {NAN, NAN, 2}, {2, 3, 5}, {3, 4, 4}});
        List<PairedComparison> all = PairedComparison.all(cells, SignedRank.Zeros.RANKED, 0.95);
        assertThat(all).extracting(PairedComparison::pairs).containsExactly(4, 4, 3);
        assertThat(all).extracting(PairedComparison::leftOut).containsExactly(1, 2, 3);
        assertThat(Friedman.of(cells).orElseThrow().participants()).isEqualTo(3);
        assertThat(Friedman.of(cells).orElseThrow().leftOut()).isEqualTo(3);
    }

    @Test
    void saysWhyThereIsNoTest() {
        CellMeans same = new CellMeans(new double[][] {{1, 1}, {2, 2}, {3, 3}});
        PairedComparison pair =
                PairedComparison.all(same, SignedRank.Zeros.RANKED, 0.95).get(0);
        assertThat(pair.test().whyNot()).contains("no pair shows a difference");
        assertThat(pair.effect().whyNot()).contains("all pairs differ by the same");
        assertThat(pair.holm()).isNaN();
        assertThat(Friedman.of(same).whyNot()).contains("a Friedman test needs three conditions");
        assertThat(Friedman.of(new CellMeans(new double[][] {{1, 1, 1}, {2, 2, 2}}))
                        .whyNot())
                .contains("nobody tells the conditions apart");
    }

    @Test
    void theOrderOfSummingBreaksNoTie() {
        // 0.1 + 0.2 is not 0.3: without rounding, two equal differences would get two ranks
        CellMeans cells = CellMeans.of(
                2, 2, new int[] {0, 0, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 0, 1}, new double[] {0.1, 0.2, 0, 0, 0.15, 0
                });
        double[] differences = cells.differences(0, 1);
        assertThat(differences[0]).isEqualTo(differences[1]);
    }

    @Test
    void countsEveryAnswerOnce() {
        Distribution points = Distribution.ofPoints(1, 5, 1, new double[] {1, 1, 3, 5, NAN, 5, 6});
        assertThat(points.counts()).containsExactly(2, 0, 1, 0, 2);
        assertThat(points.outside()).isEqualTo(1);
        assertThat(points.total()).isEqualTo(6);
        assertThat(Distribution.ofBins(0, 100, 5, new double[] {0, 19.9, 20, 100})
                        .counts())
                .containsExactly(2, 1, 0, 0, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofPoints(1, 5, 0.3, new double[0]));
    }

    @Test
    void groupsAreSummarisedAsIfEachStoodAlone() {
        double[] value = {3, 1, NAN, 2, 9, 4};
        List<Result<Summary>> groups = Summary.byGroup(3, new int[] {0, 0, 0, 2, -1, 2}, value);
        assertThat(groups.get(0)).isEqualTo(Summary.of(new double[] {1, 3}));
        assertThat(groups.get(1).whyNot()).contains("there are no values");
        assertThat(groups.get(2)).isEqualTo(Summary.of(new double[] {2, 4}));
    }

    @Test
    void refusesColumnsOfDifferentLengthAndIndicesOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> Clusters.of(1, new int[2], new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Clusters.of(1, new int[] {1}, new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(new double[] {Double.POSITIVE_INFINITY}));
    }
}
