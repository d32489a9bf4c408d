package org.antiphon.dashboard.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether paired differences lie to one side: Wilcoxon's signed-rank test, two-sided.
 *
 * @param pairs differences, zeros included
 * @param zeros differences of zero
 * @param plus sum of the ranks of positive differences
 * @param minus sum of the ranks of negative differences
 * @param p two-sided
 * @param calculation how p was found
 */
public record SignedRank(int pairs, int zeros, double plus, double minus, double p, Calculation calculation) {

    /** What becomes of differences of zero; both are in scipy under the names given here. */
    public enum Zeros {
        /** They are left out first ("wilcox"). */
        LEFT_OUT,
        /** They take the lowest ranks, which then count for neither side ("pratt"). */
        RANKED
    }

    /** How p is found. */
    public enum Calculation {
        /** By counting all ways to give signs to the ranks, ties as they are. */
        EXACT,
        /** By the normal distribution, with corrections for ties and continuity. */
        NORMAL
    }

    /** Up to here the exact distribution is counted, as scipy does. */
    static final int EXACT_UP_TO = 50;

    /**
     * As scipy: exact up to 50 differences if there are neither ties nor zeros, by the normal distribution otherwise.
     *
     * @param differences NaN ones are left out
     */
    public static Result<SignedRank> of(double[] differences, Zeros zeros) {
        double[] sizes =
                Arrays.stream(Check.present(differences)).map(Math::abs).toArray();
        boolean plain = Ranks.of(sizes).tieTerm() == 0 && Arrays.stream(sizes).noneMatch(size -> size == 0);
        boolean exact = plain && sizes.length <= EXACT_UP_TO;
        return of(differences, zeros, exact ? Calculation.EXACT : Calculation.NORMAL);
    }

    /**
     * By the calculation that is asked for. The exact one with ties is scipy's with a {@code PermutationMethod} over all signs.
     *
     * @throws IllegalArgumentException if an exact one is asked for of more than 50 differences
     */
    public static Result<SignedRank> of(double[] differences, Zeros zeros, Calculation calculation) {
        double[] all = Check.present(differences);
        double[] moved = Arrays.stream(all).filter(d -> d != 0).toArray();
        if (moved.length == 0) {
            return Result.unknown(all.length == 0 ? "there are no pairs" : "no pair shows a difference");
        }
        Ranks ranks = Ranks.of(Arrays.stream(moved).map(Math::abs).toArray());
        int without = all.length - moved.length;
        int below = zeros == Zeros.RANKED ? without : 0;
        double plus = 0;
        double minus = 0;
        for (int i = 0; i < moved.length; i++) {
            double rank = ranks.ranks()[i] + below;
            plus += moved[i] > 0 ? rank : 0;
            minus += moved[i] < 0 ? rank : 0;
        }
        double p = calculation == Calculation.EXACT
                ? exact(ranks, below, plus)
                : normal(moved.length, below, ranks.tieTerm(), plus);
        return Result.known(new SignedRank(all.length, without, plus, minus, p, calculation));
    }

    private static double exact(Ranks ranks, int below, double plus) {
        if (ranks.ranks().length > EXACT_UP_TO) {
            throw new IllegalArgumentException("no exact test of " + ranks.ranks().length + " differences");
        }
        // shared ranks may end on a half, twice a rank never does
        int[] twice = Arrays.stream(ranks.ranks())
                .mapToInt(rank -> (int) Math.rint(2 * (rank + below)))
                .toArray();
        double[] ways = new double[Arrays.stream(twice).sum() + 1];
        ways[0] = 1;
        int reach = 0;
        for (int step : twice) {
            reach += step;
            for (int sum = reach; sum >= step; sum--) {
                ways[sum] += ways[sum - step];
            }
        }
        int seen = (int) Math.rint(2 * plus);
        double low = Arrays.stream(ways, 0, seen + 1).sum();
        double high = Arrays.stream(ways, seen, ways.length).sum();
        return Math.min(1, 2 * Math.min(low, high) / Math.pow(2, twice.length));
    }

    private static double normal(int moved, int below, double tieTerm, double plus) {
        double n = moved + below;
        double mean = (n * (n + 1) - below * (below + 1.0)) / 4;
        double variance = (n * (n + 1) * (2 * n + 1) - below * (below + 1.0) * (2.0 * below + 1)) / 24 - tieTerm / 48;
        double distance = Math.max(0, Math.abs(plus - mean) - 0.5);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(distance / Math.sqrt(variance)));
    }

    /** How far the ranks lie to one side, from -1 (all negative) to 1 (all positive): {@link Method#RANK_BISERIAL}. */
    public double rankBiserial() {
        return (plus - minus) / (plus + minus);
    }
}
