package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often the intervals at 95 % of agreement, correlations and strengths hold the truth, over simulated studies. {@code main}
 * prints the tables that the descriptions of these methods quote.
 */
class FurtherCoverageTest {

    private static final double LEVEL = 0.95;

    /** Of one study: whether each of its intervals holds the truth; empty where there is none. */
    private interface Study {
        List<Optional<Boolean>> drawn(SplittableRandom random);
    }

    private static double covered(int studies, Study study) {
        long held = 0;
        long known = 0;
        for (int i = 0; i < studies; i++) {
            for (Optional<Boolean> one : study.drawn(new SplittableRandom(5000L + i))) {
                known += one.isPresent() ? 1 : 0;
                held += one.orElse(false) ? 1 : 0;
            }
        }
        return (double) held / known;
    }

    /** Clips and raters both by chance: alpha of the population is the share of the clips in the variance. */
    private static Study agreement(int clips, int raters, double ofClips, double ofRaters) {
        double truth = ofClips * ofClips / (ofClips * ofClips + ofRaters * ofRaters + 1);
        return random -> {
            double[] rater = random.doubles(raters)
                    .map(any -> ofRaters * random.nextGaussian())
                    .toArray();
            double[][] ratings = new double[clips][raters];
            for (double[] row : ratings) {
                double clip = ofClips * random.nextGaussian();
                Arrays.setAll(row, i -> clip + rater[i] + random.nextGaussian());
            }
            return List.of(Krippendorff.of(ratings, Krippendorff.Scale.INTERVAL, LEVEL)
                    .found()
                    .flatMap(alpha -> alpha.interval().found())
                    .map(interval -> interval.holds(truth)));
        };
    }

    private enum Kind {
        PEARSON,
        SPEARMAN,
        KENDALL
    }

    /** Of two normal numbers, and what their ranks tell of them (Kruskal 1958). */
    private static Study correlation(Kind kind, int clips, double rho) {
        double truth =
                switch (kind) {
                    case PEARSON -> rho;
                    case SPEARMAN -> 6 / Math.PI * Math.asin(rho / 2);
                    case KENDALL -> 2 / Math.PI * Math.asin(rho);
                };
        return random -> {
            double[] x = new double[clips];
            double[] y = new double[clips];
            for (int i = 0; i < clips; i++) {
                x[i] = random.nextGaussian();
                y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            }
            Result<Correlation> found =
                    switch (kind) {
                        case PEARSON -> Correlation.pearson(x, y, LEVEL, 100, 1);
                        case SPEARMAN -> Correlation.spearman(x, y, LEVEL, 100, 1);
                        case KENDALL -> Correlation.kendall(x, y, LEVEL, 100, 1);
                    };
            return List.of(found.found().map(one -> one.interval().holds(truth)));
        };
    }

    /** Three conditions by Davidson's model, each pair judged so often by everybody. */
    private static Study strengths(int participants, int rounds) {
        double[] truth = {0.9, 0.1, -1.0};
        return random -> {
            int rows = participants * rounds * 3;
            int[] participant = new int[rows];
            int[] first = new int[rows];
            int[] second = new int[rows];
            int[] outcome = new int[rows];
            for (int row = 0; row < rows; row++) {
                int pair = row % 3;
                participant[row] = row / (3 * rounds);
                first[row] = pair == 2 ? 1 : 0;
                second[row] = pair == 0 ? 1 : 2;
                double a = Math.exp(truth[first[row]]);
                double b = Math.exp(truth[second[row]]);
                double drawn = random.nextDouble() * (a + b + 0.5 * Math.sqrt(a * b));
                outcome[row] = drawn < a ? 1 : drawn < a + b ? -1 : 0;
            }
            Optional<BradleyTerry> found = BradleyTerry.of(new Choices(3, participant, first, second, outcome), LEVEL)
                    .found();
            return java.util.stream.IntStream.range(0, 3)
                    .mapToObj(i -> found.map(model -> model.intervals().get(i).holds(truth[i])))
                    .toList();
        };
    }

    @Test
    void intervalsOfAgreementHoldTheTruthNearlyAsOftenAsTheySay() {
        assertThat(covered(600, agreement(20, 10, 1, 0.5))).isBetween(0.89, 0.985);
    }

    @Test
    void intervalsOfCorrelationsAndStrengthsDoSoToo() {
        for (Kind kind : Kind.values()) {
            assertThat(covered(1500, correlation(kind, 15, 0.5)))
                    .as(kind.name())
                    .isBetween(0.92, 0.975);
        }
        assertThat(covered(400, strengths(20, 4))).isBetween(0.93, 0.975);
    }

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
        for (Kind kind : Kind.values()) {
            for (int clips : new int[] {8, 15, 30}) {
                for (double rho : new double[] {0, 0.5, 0.8}) {
                    print("%s, %2d clips, rho %.1f", studies, correlation(kind, clips, rho), kind, clips, rho);
                }
            }
        }
        for (int participants : new int[] {12, 20, 40}) {
            for (int rounds : new int[] {2, 4}) {
                print(
                        "strengths, %2d participants, %d rounds",
                        studies, strengths(participants, rounds), participants, rounds);
            }
        }
        for (int clips : new int[] {6, 12, 20, 40}) {
            for (int raters : new int[] {5, 12, 30}) {
                for (double ofRaters : new double[] {0, 0.5}) {
                    for (double ofClips : new double[] {0.5, 1, 2}) {
                        print(
                                "alpha, %2d clips, %2d raters, deviations %.1f and %.1f",
                                studies, agreement(clips, raters, ofClips, ofRaters), clips, raters, ofClips, ofRaters);
                    }
                }
            }
        }
    }

    private static void print(String what, int studies, Study study, Object... values) {
        System.out.printf(Locale.ROOT, what + ": %.1f%n", append(values, 100 * covered(studies, study)));
    }

    private static Object[] append(Object[] values, double last) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }
}
