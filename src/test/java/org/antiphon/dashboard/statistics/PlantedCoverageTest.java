package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The study of the test that sends participants through HTTP, without HTTP: as many participants, items and conditions, the
 * same truth and the same seven intervals, but thousands of times. {@code main} prints how often each holds the truth, and in
 * how many rounds of twenty studies no more hold than a number that was seen.
 */
class PlantedCoverageTest {

    private static final int PARTICIPANTS = 20;
    private static final int ITEMS = 10;
    private static final int ROUNDS = 4;
    private static final double[] MEANS = {30, 60, 48};
    private static final double[] STRENGTHS = {0.9, 0.1, -1.0};
    private static final double TIES = 0.5;
    private static final double LEVEL = 0.95;

    private static final List<String> KINDS = List.of(
            "mean of low",
            "mean of translated",
            "mean of retold",
            "difference",
            "strength of performed",
            "strength of translated",
            "strength of retold");

    /** Whether each of the intervals of one study holds the truth. */
    private static boolean[] study(SplittableRandom random, int resamples) {
        List<Optional<Interval>> intervals =
                Stream.concat(ratings(random, resamples), choices(random)).toList();
        double[] truth = {MEANS[0], MEANS[1], MEANS[2], MEANS[1] - MEANS[2], STRENGTHS[0], STRENGTHS[1], STRENGTHS[2]};
        boolean[] held = new boolean[truth.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = intervals.get(i).orElseThrow().holds(truth[i]);
        }
        return held;
    }

    private static Stream<Optional<Interval>> ratings(SplittableRandom random, int resamples) {
        int rows = PARTICIPANTS * MEANS.length * ITEMS;
        int[] participant = new int[rows];
        int[] condition = new int[rows];
        double[] value = new double[rows];
        for (int row = 0; row < rows; ) {
            int who = row / (MEANS.length * ITEMS);
            int what = row / ITEMS % MEANS.length;
            double level = MEANS[what] + 7 * random.nextGaussian();
            for (int item = 0; item < ITEMS; item++, row++) {
                participant[row] = who;
                condition[row] = what;
                value[row] = Math.rint(Math.max(0, Math.min(100, level + 9 * random.nextGaussian())));
            }
        }
        Stream<Optional<Interval>> means =
                Clusters.byGroup(MEANS.length, condition, PARTICIPANTS, participant, value).stream()
                        .map(clusters -> ClusteredMean.bootstrap(clusters, LEVEL, resamples, 1)
                                .found()
                                .map(ClusteredMean::interval));
        CellMeans cells = CellMeans.of(PARTICIPANTS, MEANS.length, participant, condition, value);
        Optional<Interval> difference = PairedComparison.of(
                        cells, List.of(new int[] {1, 2}), SignedRank.Zeros.LEFT_OUT, LEVEL)
                .get(0)
                .difference()
                .found()
                .map(MeanDifference::interval);
        return Stream.concat(means, Stream.of(difference));
    }

    private static Stream<Optional<Interval>> choices(SplittableRandom random) {
        int rows = PARTICIPANTS * ROUNDS * 3;
        int[] participant = new int[rows];
        int[] first = new int[rows];
        int[] second = new int[rows];
        int[] outcome = new int[rows];
        for (int row = 0; row < rows; row++) {
            int pair = row % 3;
            participant[row] = row / (3 * ROUNDS);
            first[row] = pair == 2 ? 1 : 0;
            second[row] = pair == 0 ? 1 : 2;
            double a = Math.exp(STRENGTHS[first[row]]);
            double b = Math.exp(STRENGTHS[second[row]]);
            double drawn = random.nextDouble() * (a + b + TIES * Math.sqrt(a * b));
            outcome[row] = drawn < a ? 1 : drawn < a + b ? -1 : 0;
        }
        Optional<BradleyTerry> model = BradleyTerry.of(new Choices(3, participant, first, second, outcome), LEVEL)
                .found();
        return IntStream.range(0, 3)
                .mapToObj(i -> model.map(found -> found.intervals().get(i)));
    }

    private static boolean[][] studies(int count, int resamples) {
        boolean[][] studies = new boolean[count][];
        Arrays.setAll(studies, i -> study(new SplittableRandom(70_000L + i), resamples));
        return studies;
    }

    private static double share(boolean[][] studies, int kind) {
        return Arrays.stream(studies).filter(study -> study[kind]).count() / (double) studies.length;
    }

    @Test
    void eachKindOfIntervalHoldsWhatIsPlantedAsOftenAsItSays() {
        // 400 studies tell 0.95 from 0.925, but for one chance in a hundred
        boolean[][] studies = studies(400, 400);
        for (int kind = 0; kind < KINDS.size(); kind++) {
            assertThat(share(studies, kind)).as(KINDS.get(kind)).isBetween(0.92, 0.98);
        }
    }

    public static void main(String[] args) {
        boolean[][] studies = studies(args.length > 0 ? Integer.parseInt(args[0]) : 10_000, 2000);
        int seen = args.length > 1 ? Integer.parseInt(args[1]) : 129;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            System.out.printf(Locale.ROOT, "%s: %.1f%n", KINDS.get(kind), 100 * share(studies, kind));
        }
        int rounds = studies.length / 20;
        long few = IntStream.range(0, rounds)
                .filter(round -> Arrays.stream(studies, 20 * round, 20 * round + 20)
                                .mapToLong(study -> IntStream.range(0, study.length)
                                        .filter(kind -> study[kind])
                                        .count())
                                .sum()
                        <= seen)
                .count();
        System.out.printf(
                Locale.ROOT,
                "of %d rounds of 20 studies, %.1f in 100 have %d of %d intervals or fewer that hold%n",
                rounds,
                100.0 * few / rounds,
                seen,
                20 * KINDS.size());
    }
}
