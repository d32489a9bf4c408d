package org.antiphon.dashboard.statistics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Measures how long a million ratings take on one thread, round by round: descriptions, intervals, comparisons. */
final class StatisticsBenchmark {

    private static final int RATINGS = 1_000_000;
    private static final int PARTICIPANTS = 2_500;
    private static final int CELLS = 40;
    private static final int ROUNDS = 8;

    private StatisticsBenchmark() {}

    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(1);
        int[] participant = new int[RATINGS];
        int[] cell = new int[RATINGS];
        double[] value = new double[RATINGS];
        double[] level = random.doubles(PARTICIPANTS, -15, 15).toArray();
        for (int i = 0; i < RATINGS; i++) {
            participant[i] = i % PARTICIPANTS;
            cell[i] = random.nextInt(CELLS);
            value[i] = Math.rint(50 + cell[i] / 4.0 + level[participant[i]] + random.nextDouble(-15, 15));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            StringBuilder line = new StringBuilder("round " + round + ":");
            time(line, "descriptions", () -> Summary.byGroup(CELLS, cell, value));
            List<Clusters> clusters = Clusters.byGroup(CELLS, cell, PARTICIPANTS, participant, value);
            time(line, "sums by participant", () -> Clusters.byGroup(CELLS, cell, PARTICIPANTS, participant, value));
            time(line, "t intervals", () -> clusters.forEach(one -> ClusteredMean.of(one, 0.95)));
            time(line, "bootstrap of 1000", () -> clusters.forEach(one -> ClusteredMean.bootstrap(one, 0.95, 1000, 1)));
            time(
                    line,
                    "780 comparisons",
                    () -> PairedComparison.all(
                            CellMeans.of(PARTICIPANTS, CELLS, participant, cell, value),
                            SignedRank.Zeros.RANKED,
                            0.95));
            System.out.println(line);
        }
    }

    private static void time(StringBuilder line, String what, Runnable work) {
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        work.run();
        line.append(
                String.format(Locale.ROOT, " %s %d ms;", what, (thread.getCurrentThreadCpuTime() - start) / 1_000_000));
    }
}
