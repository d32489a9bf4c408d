package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Two conditions compared by participants who rated both.
 *
 * @param first condition; differences are first minus second
 * @param second condition
 * @param pairs participants who rated both
 * @param leftOut participants who rated just one of the two
 * @param difference of means, with its t interval
 * @param test signed-rank test of the differences
 * @param holm p of the test corrected for all comparisons made together, NaN where there is no test
 * @param effect Cohen's dz
 */
public record PairedComparison(
        int first,
        int second,
        int pairs,
        int leftOut,
        Result<MeanDifference> difference,
        Result<SignedRank> test,
        double holm,
        Result<CohenDz> effect) {

    /** All pairs of conditions, first below second, with Holm's correction over them. */
    public static List<PairedComparison> all(CellMeans cells, SignedRank.Zeros zeros, double level) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < cells.conditions(); i++) {
            for (int j = i + 1; j < cells.conditions(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        return of(cells, pairs, zeros, level);
    }

    /** The pairs that were planned, with Holm's correction over just these. */
    public static List<PairedComparison> of(CellMeans cells, List<int[]> pairs, SignedRank.Zeros zeros, double level) {
        List<Result<SignedRank>> tests = new ArrayList<>();
        for (int[] pair : pairs) {
            tests.add(SignedRank.of(cells.differences(pair[0], pair[1]), zeros));
        }
        double[] holm = Holm.adjust(tests.stream()
                .mapToDouble(test -> test.found().map(SignedRank::p).orElse(Double.NaN))
                .toArray());
        List<PairedComparison> found = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int first = pairs.get(i)[0];
            int second = pairs.get(i)[1];
            double[] differences = cells.differences(first, second);
            found.add(new PairedComparison(
                    first,
                    second,
                    differences.length,
                    ratedOne(cells, first, second),
                    MeanDifference.of(differences, level),
                    tests.get(i),
                    holm[i],
                    CohenDz.of(differences, level)));
        }
        return found;
    }

    private static int ratedOne(CellMeans cells, int first, int second) {
        int count = 0;
        for (double[] row : cells.means()) {
            count += Double.isNaN(row[first]) != Double.isNaN(row[second]) ? 1 : 0;
        }
        return count;
    }
}
