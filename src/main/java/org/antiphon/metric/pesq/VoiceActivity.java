package org.antiphon.metric.pesq;

import java.util.Arrays;

/**
 * Where in a signal somebody speaks, in blocks of 4 ms.
 *
 * @param level power of each active block, a fraction of it at the edges of speech, and 0 where nobody speaks
 * @param logLevel logarithm of the level over the threshold of activity, 0 below it
 */
record VoiceActivity(double[] level, double[] logLevel) {

    private static final double FLOOR = 1e-4;
    private static final int ITERATIONS = 12;
    private static final double MARGIN = 1.001;
    private static final int SHORTEST_RUN = 4;
    private static final int LONGEST_GAP = 50;
    private static final double CLEAN = 1000;
    private static final double WEAK = 3;
    private static final double NEAR = 0.3;
    private static final double FAR = 0.1;

    /** Activity of an alignment signal. */
    static VoiceActivity of(Channel channel, Sampling sampling) {
        double[] power = powers(channel, sampling.block);
        double loudest = 0;
        double sum = 0;
        for (double p : power) {
            loudest = Math.max(loudest, p);
            sum += p;
        }
        double floor = loudest > 0 ? FLOOR * loudest : 1;
        double mean = sum / power.length;
        for (int k = 0; k < power.length; k++) {
            power[k] = Math.max(power[k], floor);
        }
        double threshold = threshold(power, mean);
        Averages averages = Averages.of(power, threshold);
        if (averages.speech == 0) {
            threshold = -1;
        }
        Runs.mark(power, threshold, floor, averages);
        ramp(power);
        for (int k = 0; k < power.length; k++) {
            power[k] = Math.max(power[k], 0);
        }
        return new VoiceActivity(power, logarithms(power, threshold > 0 ? threshold : floor));
    }

    int blocks() {
        return level.length;
    }

    private static double[] powers(Channel channel, int block) {
        double[] samples = channel.samples();
        double[] powers = new double[channel.padded() / block];
        for (int k = 0; k < powers.length; k++) {
            powers[k] = Lanes.squares(samples, k * block, (k + 1) * block) / block;
        }
        return powers;
    }

    /** Approaches the power that background noise does not exceed: two deviations above the mean of what lies below. */
    private static double threshold(double[] power, double start) {
        double threshold = start;
        for (int i = 0; i < ITERATIONS; i++) {
            double sum = 0;
            int count = 0;
            for (double p : power) {
                if (p <= threshold) {
                    sum += p;
                    count++;
                }
            }
            double mean = count == 0 ? 0 : sum / count;
            double squares = 0;
            for (double p : power) {
                if (p <= threshold) {
                    squares += (p - mean) * (p - mean);
                }
            }
            double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
            threshold = MARGIN * (mean + 2 * deviation);
        }
        return threshold;
    }

    /** Mean power of the blocks above the threshold (0 if there is none) and of the others (1 if there is none). */
    private record Averages(double speech, double noise) {

        static Averages of(double[] power, double threshold) {
            double speech = 0;
            double noise = 0;
            int count = 0;
            for (double p : power) {
                if (p > threshold) {
                    speech += p;
                    count++;
                } else {
                    noise += p;
                }
            }
            return new Averages(
                    count == 0 ? 0 : speech / count, count == power.length ? 1 : noise / (power.length - count));
        }
    }

    /** Runs of active blocks. Activity is the sign of the power: positive where somebody speaks. */
    private static final class Runs {

        static void mark(double[] power, double threshold, double floor, Averages averages) {
            int blocks = power.length;
            for (int k = 0; k < blocks; k++) {
                if (power[k] <= threshold) {
                    power[k] = -power[k];
                }
            }
            closeEnds(power, floor);
            boolean clean = averages.speech >= CLEAN * averages.noise;
            int finished = -1;
            for (int start = next(power, 0); start < blocks; ) {
                int finish = end(power, start);
                boolean tooShort = finish - start <= SHORTEST_RUN;
                if (tooShort || clean && isWeak(power, start, finish, threshold)) {
                    negate(power, start, finish);
                } else {
                    if (finished >= 0 && start - finished <= LONGEST_GAP) {
                        Arrays.fill(power, finished, start, floor);
                    }
                    finished = finish;
                }
                start = next(power, finish);
            }
            if (finished < 0) {
                for (int k = 0; k < blocks; k++) {
                    power[k] = Math.abs(power[k]);
                }
                closeEnds(power, floor);
            }
        }

        private static void closeEnds(double[] power, double floor) {
            power[0] = -floor;
            power[power.length - 1] = -floor;
        }

        private static boolean isWeak(double[] power, int start, int finish, double threshold) {
            double sum = 0;
            for (int k = start; k < finish; k++) {
                sum += power[k];
            }
            return sum < WEAK * threshold * (finish - start);
        }

        private static void negate(double[] power, int start, int finish) {
            for (int k = start; k < finish; k++) {
                power[k] = -power[k];
            }
        }

        private static int next(double[] power, int from) {
            int k = from;
            while (k < power.length && power[k] <= 0) {
                k++;
            }
            return k;
        }

        private static int end(double[] power, int start) {
            int k = start;
            while (k < power.length && power[k] > 0) {
                k++;
            }
            return k;
        }
    }

    /** Lets speech begin and end in two steps each. Order and skips are those of the reference software. */
    private static void ramp(double[] power) {
        int k = 3;
        while (k < power.length - 2) {
            if (power[k] > 0 && power[k - 2] <= 0) {
                power[k - 2] = FAR * power[k];
                power[k - 1] = NEAR * power[k];
                k++;
            }
            if (power[k] <= 0 && power[k - 1] > 0) {
                power[k] = NEAR * power[k - 1];
                power[k + 1] = FAR * power[k - 1];
                k += 3;
            }
            k++;
        }
    }

    private static double[] logarithms(double[] level, double threshold) {
        double[] logarithms = new double[level.length];
        for (int k = 0; k < level.length; k++) {
            logarithms[k] = level[k] <= threshold ? 0 : Math.log(level[k] / threshold);
        }
        return logarithms;
    }
}
