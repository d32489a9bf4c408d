package org.antiphon.dashboard.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How much of the differences between ratings are differences between clips: {@link Method#ICC}.
 *
 * @param clips rated
 * @param raters who rated all of them
 * @param leftOut raters who miss one or more
 * @param single ICC(2,1): one rater, of many who might have come, absolute agreement
 * @param average ICC(2,k): the mean of so many raters, of many who might have come, absolute agreement
 * @param averageOfThese ICC(3,k): the mean of just these raters, consistency; equals Cronbach's alpha
 */
public record IntraclassCorrelation(
        int clips, int raters, int leftOut, Coefficient single, Coefficient average, Coefficient averageOfThese) {

    /** A coefficient with its interval; it can be negative, which means 0. */
    public record Coefficient(double value, Interval interval) {}

    /**
     * Needs two clips that differ and two raters who rated all of them.
     *
     * @param ratings by clip, then by rater, the same raters in each row, NaN where missing
     */
    public static Result<IntraclassCorrelation> of(double[][] ratings, double level) {
        Check.level(level);
        int all = ratings.length == 0 ? 0 : ratings[0].length;
        int[] complete = java.util.stream.IntStream.range(0, all)
                .filter(rater -> Arrays.stream(ratings).allMatch(row -> Check.present(row[rater])))
                .toArray();
        if (ratings.length < 2 || complete.length < 2) {
            return Result.unknown("an ICC needs two clips and two raters who rated all of them, there are "
                    + ratings.length + " and " + complete.length);
        }
        double[][] rows = Arrays.stream(ratings)
                .map(row ->
                        Arrays.stream(complete).mapToDouble(rater -> row[rater]).toArray())
                .toArray(double[][]::new);
        Squares squares = Squares.of(rows);
        if (!(squares.error() > 0)) {
            return Result.unknown("raters differ in nothing but their level, or not at all");
        }
        return Result.known(new IntraclassCorrelation(
                rows.length,
                complete.length,
                all - complete.length,
                squares.single(level),
                squares.average(level),
                squares.averageOfThese(level)));
    }

    /** Mean squares of the two-way layout: of clips, of raters, and what is left. */
    private record Squares(int n, int k, double clips, double raters, double error) {

        static Squares of(double[][] rows) {
            int n = rows.length;
            int k = rows[0].length;
            double all = 0;
            double[] clip = new double[n];
            double[] rater = new double[k];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    clip[i] += rows[i][j] / k;
                    rater[j] += rows[i][j] / n;
                    all += rows[i][j] / n / k;
                }
            }
            double error = 0;
            double raters = 0;
            double clips = 0;
            for (int i = 0; i < n; i++) {
                clips += k * (clip[i] - all) * (clip[i] - all);
                for (int j = 0; j < k; j++) {
                    double rest = rows[i][j] - clip[i] - rater[j] + all;
                    error += rest * rest;
                }
            }
            for (double mean : rater) {
                raters += n * (mean - all) * (mean - all);
            }
            double least = 1e-20 * (clips + raters + error);
            return new Squares(n, k, clips / (n - 1), raters / (k - 1), error <= least ? 0 : error / (n - 1) / (k - 1));
        }

        /** McGraw and Wong (1996), tables 4 and 7, ICC(A,1). */
        Coefficient single(double level) {
            double value = (clips - error) / (clips + (k - 1) * error + k * (raters - error) / n);
            double f = raters / error;
            double a = k * value * f;
            double b = n * (1 + (k - 1) * value) - k * value;
            double freedom = (n - 1.0) * (k - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
            double tail = (1 - level) / 2;
            double up = FDistribution.of(n - 1.0, freedom).inverseSurvivalProbability(tail);
            double down = FDistribution.of(freedom, n - 1.0).inverseSurvivalProbability(tail);
            double rest = k * raters + ((double) k * n - k - n) * error;
            double low = n * (clips - up * error) / (up * rest + n * clips);
            double high = n * (down * clips - error) / (rest + n * down * clips);
            return new Coefficient(value, new Interval(low, high, level));
        }

        /** The same of the mean of k raters, by Spearman and Brown. */
        Coefficient average(double level) {
            Interval one = single(level).interval();
            return new Coefficient(
                    (clips - error) / (clips + (raters - error) / n),
                    new Interval(stepped(one.low()), stepped(one.high()), level));
        }

        private double stepped(double single) {
            return k * single / (1 + (k - 1) * single);
        }

        /** McGraw and Wong (1996), table 7, ICC(C,k). */
        Coefficient averageOfThese(double level) {
            double tail = (1 - level) / 2;
            double rest = (n - 1.0) * (k - 1);
            double f = clips / error;
            double low = f / FDistribution.of(n - 1.0, rest).inverseSurvivalProbability(tail);
            double high = f * FDistribution.of(rest, n - 1.0).inverseSurvivalProbability(tail);
            return new Coefficient(1 - 1 / f, new Interval(1 - 1 / low, 1 - 1 / high, level));
        }
    }
}
