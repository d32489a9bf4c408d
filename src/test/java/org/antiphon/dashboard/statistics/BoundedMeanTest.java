package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Intervals of means of numbers that have a range: within it always, and how often they hold the truth. {@code main} prints
 * the table that the choice rests on, beside the t interval that is cut at the ends.
 */
class BoundedMeanTest {

    private static final double LEVEL = 0.95;

    /** Numbers of metrics, of which the true mean is known. */
    private enum Metric {
        /** Most notes are right: a seventh part is wrong, in some clips none. */
        SHARE(0, 1, 6.0 / 7) {
            @Override
            double drawn(SplittableRandom random) {
                double best = 0;
                // the largest of six uniform numbers
                for (int i = 0; i < 6; i++) {
                    best = Math.max(best, random.nextDouble());
                }
                return best;
            }
        },
        /** Nearly all is right. */
        NEARLY_ALL(0, 1, 0.95) {
            @Override
            double drawn(SplittableRandom random) {
                return Math.pow(random.nextDouble(), 1.0 / 19);
            }
        },
        /** Errors are of one order, a few are large. */
        ERROR(0, Double.POSITIVE_INFINITY, Math.exp(0.125)) {
            @Override
            double drawn(SplittableRandom random) {
                return Math.exp(0.5 * random.nextGaussian());
            }
        },
        /** Far from both ends. */
        MIDDLE(-120, 120, 5) {
            @Override
            double drawn(SplittableRandom random) {
                return 5 + 3 * random.nextGaussian();
            }
        };

        private final double lowest;
        private final double highest;
        private final double truth;

        Metric(double lowest, double highest, double truth) {
            this.lowest = lowest;
            this.highest = highest;
            this.truth = truth;
        }

        abstract double drawn(SplittableRandom random);

        private Interval bounded(Clusters clusters) {
            return ClusteredMean.bounded(clusters, lowest, highest, LEVEL)
                    .found()
                    .orElseThrow()
                    .interval();
        }

        private Interval cut(Clusters clusters) {
            return ClusteredMean.of(clusters, LEVEL)
                    .found()
                    .orElseThrow()
                    .interval()
                    .within(lowest, highest);
        }

        private double coverage(int clips, int corpora, Function<Clusters, Interval> kind) {
            int held = 0;
            for (int i = 0; i < corpora; i++) {
                SplittableRandom random = new SplittableRandom(300L + i);
                double[] values = new double[clips];
                Arrays.setAll(values, clip -> drawn(random));
                Interval interval = kind.apply(each(values));
                assertThat(interval.low()).isGreaterThanOrEqualTo(lowest);
                assertThat(interval.high()).isLessThanOrEqualTo(highest);
                held += interval.holds(truth) ? 1 : 0;
            }
            return (double) held / corpora;
        }
    }

    /** One number for each clip. */
    private static Clusters each(double... values) {
        return Clusters.of(values.length, IntStream.range(0, values.length).toArray(), values);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void holdsTheTruthAsOftenAsItSaysAndStaysWithinTheRange(Metric metric) {
        for (int clips : new int[] {10, 20, 40}) {
            assertThat(metric.coverage(clips, 2000, metric::bounded))
                    .as("%d clips", clips)
                    .isBetween(0.92, 0.97);
        }
    }

    @Test
    void doesNotReachBeyondOneWhereTheFormulaForAllNumbersDoes() {
        Clusters clusters = each(1, 1, 0.98, 0.8);
        Interval plain = ClusteredMean.of(clusters, LEVEL).found().orElseThrow().interval();
        Interval bounded = Metric.SHARE.bounded(clusters);
        assertThat(plain.high()).isGreaterThan(1.09);
        assertThat(bounded.high()).isBetween(0.95, 1.0);
        // by hand: logit(0.945) -/+ 3.1824 * 0.04856 / (0.945 * 0.055)
        assertThat(bounded.low()).isCloseTo(0.4678, within(1e-3));
        assertThat(bounded.high()).isCloseTo(0.9970, within(1e-3));
    }

    @Test
    void isTheFormulaForAllNumbersWhereThereIsNoEndOrNothingVaries() {
        Clusters clusters = each(3, 5, 4);
        assertThat(ClusteredMean.bounded(clusters, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, LEVEL)
                        .found()
                        .orElseThrow()
                        .interval())
                .isEqualTo(
                        ClusteredMean.of(clusters, LEVEL).found().orElseThrow().interval());
        assertThat(Metric.SHARE.bounded(each(1, 1, 1))).isEqualTo(new Interval(1, 1, LEVEL));
        assertThat(ClusteredMean.bounded(each(0.5), 0, 1, LEVEL).found()).isEmpty();
    }

    public static void main(String[] args) {
        for (Metric metric : Metric.values()) {
            for (int clips : new int[] {5, 10, 20, 40}) {
                System.out.printf(
                        Locale.ROOT,
                        "%-10s %2d clips: logit or logarithm %.1f, cut at the ends %.1f%n",
                        metric,
                        clips,
                        100 * metric.coverage(clips, 10_000, metric::bounded),
                        100 * metric.coverage(clips, 10_000, metric::cut));
            }
        }
    }
}
