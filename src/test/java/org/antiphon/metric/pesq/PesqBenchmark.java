package org.antiphon.metric.pesq;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures seconds of audio per second of processor time over all golden pairs, on one thread, round by round. */
final class PesqBenchmark {

    private static final int ROUNDS = 15;

    private PesqBenchmark() {}

    private record Pair(float[] reference, float[] degraded, int rate, PesqMode mode) {

        double seconds() {
            return (double) reference.length / rate;
        }
    }

    public static void main(String[] args) {
        List<Pair> pairs = new ArrayList<>();
        for (GoldenSounds.Row row : GoldenSounds.rows()) {
            if (row.error().isEmpty()) {
                pairs.add(new Pair(
                        GoldenSounds.samples(row.reference()),
                        GoldenSounds.samples(row.degraded()),
                        row.rate(),
                        row.mode()));
            }
        }
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d: %s%n", round, round(pairs));
        }
    }

    private static String round(List<Pair> pairs) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, double[]> sums = new TreeMap<>();
        for (Pair pair : pairs) {
            long start = threads.getCurrentThreadCpuTime();
            PesqModel.compare(pair.reference(), pair.degraded(), pair.rate(), pair.mode());
            double used = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            for (String kind : List.of("all", pair.rate() + " Hz " + pair.mode())) {
                double[] sum = sums.computeIfAbsent(kind, k -> new double[2]);
                sum[0] += pair.seconds();
                sum[1] += used;
            }
        }
        StringBuilder line = new StringBuilder();
        sums.forEach((kind, sum) -> line.append(String.format("%s %.0f s/s, ", kind, sum[0] / sum[1])));
        return line.substring(0, line.length() - 2);
    }
}
