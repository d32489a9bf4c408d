package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often intervals at 95 % hold the truth, over simulated studies of realistic size. {@code main} prints the table that
 * the choice of intervals rests on.
 */
class CoverageTest {

    private record Kind(String name, Function<Clusters, Result<ClusteredMean>> interval) {}

    private static Kind robust() {
        return new Kind("t", clusters -> ClusteredMean.of(clusters, 0.95));
    }

    private static Kind bootstrap(int resamples) {
        return new Kind("studentised", clusters -> ClusteredMean.bootstrap(clusters, 0.95, resamples, 17));
    }

    private static double coverage(
            Kind kind, Crowd crowd, double truth, int participants, int items, boolean uneven, int studies) {
        int held = 0;
        int known = 0;
        for (int i = 0; i < studies; i++) {
            Clusters clusters = crowd.drawn(participants, items, uneven, new SplittableRandom(1000L + i));
            var found = kind.interval().apply(clusters).found();
            known += found.isPresent() ? 1 : 0;
            held += found.filter(mean -> mean.interval().holds(truth)).isPresent() ? 1 : 0;
        }
        return (double) held / known;
    }

    @ParameterizedTest
    @CsvSource({"BELL", "SLIDER", "FIVE_POINTS"})
    void bootstrapIntervalsHoldTheTruthAsOftenAsTheySay(Crowd crowd) {
        double truth = crowd.truth();
        for (int participants : new int[] {12, 20, 40}) {
            for (boolean uneven : new boolean[] {false, true}) {
                // 2000 studies tell 0.95 from 0.935, but for one chance in a hundred
                assertThat(coverage(bootstrap(400), crowd, truth, participants, 5, uneven, 2000))
                        .as("%d participants, uneven: %s", participants, uneven)
                        .isBetween(0.93, 0.97);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BELL, 0.93", "SLIDER, 0.93", "FIVE_POINTS, 0.90"})
    void robustIntervalsDoSoButForFewParticipantsCrowdedAtOneEnd(Crowd crowd, double least) {
        double truth = crowd.truth();
        for (int participants : new int[] {12, 20, 40}) {
            for (int items : new int[] {5, 20}) {
                assertThat(coverage(robust(), crowd, truth, participants, items, items == 20, 2000))
                        .as("%d participants, %d items", participants, items)
                        .isBetween(participants == 40 ? 0.93 : least, 0.97);
            }
        }
    }

    public static void main(String[] args) {
        Kind[] kinds = {
            robust(),
            bootstrap(1000),
            new Kind("percentile", clusters -> ClusterBootstrap.percentile(clusters, 0.95, 1000, 17)),
            new Kind("accelerated", clusters -> ClusterBootstrap.accelerated(clusters, 0.95, 1000, 17))
        };
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
        int compared = args.length > 1 ? Integer.parseInt(args[1]) : kinds.length;
        for (Crowd crowd : Crowd.values()) {
            double truth = crowd.truth();
            for (boolean uneven : new boolean[] {false, true}) {
                for (int participants : new int[] {12, 20, 40}) {
                    for (int items : new int[] {5, 20}) {
                        StringBuilder line = new StringBuilder(String.format(
                                Locale.ROOT,
                                "%-12s %-6s %2d participants %2d items:",
                                crowd,
                                uneven ? "uneven" : "even",
                                participants,
                                items));
                        for (Kind kind : Arrays.copyOf(kinds, compared)) {
                            double covered = coverage(kind, crowd, truth, participants, items, uneven, studies);
                            line.append(String.format(Locale.ROOT, " %s %.1f", kind.name(), 100 * covered));
                        }
                        System.out.println(line);
                    }
                }
            }
        }
    }
}
