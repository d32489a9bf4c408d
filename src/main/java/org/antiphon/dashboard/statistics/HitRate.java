package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.TTest;

/**
 * How well one category was recognised: {@link Method#HIT_RATE}.
 *
 * @param category its row in the confusion matrix
 * @param pooled hits of all trials together; its exact interval takes trials for independent
 * @param rate the same with an interval clustered by participant
 * @param chance of a hit by guessing among all answers
 * @param unbiased Wagner's Hu of all trials together
 * @param unbiasedByChance what Hu is by chance, of all trials together
 * @param byParticipant Hu found for each participant, which is how it is tested
 */
public record HitRate(
        int category,
        Result<Proportion> pooled,
        Result<ClusteredMean> rate,
        double chance,
        double unbiased,
        double unbiasedByChance,
        Result<UnbiasedHits> byParticipant) {

    /**
     * Wagner's Hu by participant, tested on arcsines of roots, as he recommends.
     *
     * @param participants who saw the category
     * @param mean of their Hu
     * @param arcsine mean of the arcsines of their roots, in radians from 0 to pi / 2
     * @param arcsineByChance the same of what each has by chance
     * @param difference of arcsines, with its t interval
     * @param p of the paired t test of the arcsines, two-sided
     */
    public record UnbiasedHits(
            int participants,
            double mean,
            double arcsine,
            double arcsineByChance,
            MeanDifference difference,
            double p) {}

    /**
     * One for each category.
     *
     * @param participants how many there are
     * @param participant of each row, from 0
     * @param meant category of each row, from 0; negative for rows that do not count
     * @param answered of each row, from 0, the categories first; negative where missing
     */
    public static List<HitRate> of(
            int categories,
            int answers,
            int participants,
            int[] participant,
            int[] meant,
            int[] answered,
            double level) {
        Check.sameLength(participant.length, meant.length);
        ConfusionMatrix all = ConfusionMatrix.of(categories, answers, meant, answered);
        List<ConfusionMatrix> each = IntStream.range(0, participants)
                .mapToObj(i -> new ConfusionMatrix(new long[categories][answers]))
                .toList();
        double[] hit = new double[meant.length];
        int[] group = new int[meant.length];
        for (int row = 0; row < meant.length; row++) {
            boolean counts = meant[row] >= 0 && answered[row] >= 0;
            group[row] = counts ? meant[row] : -1;
            hit[row] = meant[row] == answered[row] ? 1 : 0;
            if (counts) {
                Check.index(participant[row], participants, "participant");
                each.get(participant[row]).counts()[meant[row]][answered[row]]++;
            }
        }
        List<Clusters> clusters = Clusters.byGroup(categories, group, participants, participant, hit);
        List<HitRate> found = new ArrayList<>();
        for (int i = 0; i < categories; i++) {
            found.add(new HitRate(
                    i,
                    Proportion.of(all.hits(i), all.shown(i), level),
                    ClusteredMean.of(clusters.get(i), level),
                    1.0 / answers,
                    all.unbiased(i),
                    all.unbiasedByChance(i),
                    unbiased(each, i, level)));
        }
        return found;
    }

    private static Result<UnbiasedHits> unbiased(List<ConfusionMatrix> each, int category, double level) {
        List<ConfusionMatrix> saw =
                each.stream().filter(matrix -> matrix.shown(category) > 0).toList();
        double[] hu = saw.stream().mapToDouble(m -> m.unbiased(category)).toArray();
        double[] found =
                saw.stream().mapToDouble(m -> arcsine(m.unbiased(category))).toArray();
        double[] chance = saw.stream()
                .mapToDouble(m -> arcsine(m.unbiasedByChance(category)))
                .toArray();
        double[] above = IntStream.range(0, hu.length)
                .mapToDouble(i -> found[i] - chance[i])
                .toArray();
        return MeanDifference.of(above, level)
                .map(difference ->
                        new UnbiasedHits(hu.length, mean(hu), mean(found), mean(chance), difference, p(difference)));
    }

    private static double p(MeanDifference difference) {
        double variance = difference.deviation() * difference.deviation();
        if (variance == 0) {
            return difference.mean() == 0 ? 1 : 0;
        }
        return TTest.withDefaults()
                .test(difference.mean(), variance, difference.pairs())
                .getPValue();
    }

    /** The arcsine of the root of a share: its spread hardly depends on its size. */
    public static double arcsine(double share) {
        return Math.asin(Math.sqrt(share));
    }

    private static double mean(double[] values) {
        return Summary.of(values).orElseThrow().mean();
    }
}
