package org.antiphon.metric;

import java.util.Arrays;
import java.util.Optional;
import org.antiphon.metric.MetricCard.Better;

/**
 * How far two sets of sounds lie apart as wholes, by embeddings of our own audio encoder: not comparable with numbers on
 * VGGish, CLAP or other embeddings. Refused below {@value #FEWEST} sounds a set, where both say little.
 */
public final class EmbeddingSets {

    /** The smallest set that is measured. */
    public static final int FEWEST = 200;

    /** Distance of two normal distributions. */
    public static final MetricCard FRECHET = card(
            "frechet-distance",
            "Fréchet distance (our encoder)",
            0,
            "Kilgour et al. 2019, Fréchet Audio Distance, on our own audio encoder's embeddings instead of VGGish",
            "Whether the sounds of a set are, as a whole, spread like true ones: same kinds of sound, same variety.",
            "Whether any one of them belongs to its video: shuffling a set changes nothing. It falls as sets grow, so only sets"
                    + " of one size compare; and never with published FAD numbers, which use another encoder.");

    /** Maximum mean discrepancy. */
    public static final MetricCard KERNEL = card(
            "kernel-distance",
            "Kernel distance (our encoder)",
            Double.NEGATIVE_INFINITY,
            "Gretton et al. 2012, unbiased MMD²; Gaussian kernel, bandwidth the median distance within the reference set; on"
                    + " our own audio encoder's embeddings",
            "The same as the Fréchet distance without supposing a bell curve, and trustworthy with fewer sounds.",
            "Whether any one of them belongs to its video. About 0 (it may fall a little below) means: not told apart.");

    private EmbeddingSets() {}

    private static MetricCard card(
            String name, String label, double lowest, String source, String tells, String cannotTell) {
        return new MetricCard(
                name,
                label,
                MetricUnit.NUMBER,
                Better.LOWER,
                lowest,
                Double.POSITIVE_INFINITY,
                Needs.anyLength("two sets of at least " + FEWEST + " sounds, embedded by our audio encoder"),
                source,
                1,
                tells,
                cannotTell);
    }

    /**
     * ‖μ-μ'‖² + tr(Σ + Σ' - 2·(ΣΣ')^½), covariances with n - 1.
     *
     * @param reference one embedding a row
     * @throws IllegalArgumentException if the embeddings differ in length or hold what is not a number
     */
    public static Measurement frechet(double[][] reference, double[][] candidate) {
        Optional<String> refusal = refusal(reference, candidate);
        if (refusal.isPresent()) {
            return new NotMeasured(refusal.get());
        }
        if (Math.min(reference.length, candidate.length) <= reference[0].length) {
            return new NotMeasured(
                    "a covariance of " + reference[0].length + " dimensions needs more sounds than that");
        }
        double[] meanA = mean(reference);
        double[] meanB = mean(candidate);
        double[][] a = covariance(reference, meanA);
        double[][] b = covariance(candidate, meanB);
        double distance = squaredDistance(meanA, meanB);
        double[][] middle = SymmetricMatrix.between(SymmetricMatrix.squareRoot(a), b);
        for (double eigenvalue : SymmetricMatrix.eigenvalues(middle)) {
            distance -= 2 * Math.sqrt(Math.max(0, eigenvalue));
        }
        for (int i = 0; i < a.length; i++) {
            distance += a[i][i] + b[i][i];
        }
        return new Measured(Math.max(0, distance), MetricUnit.NUMBER);
    }

    /**
     * The unbiased estimate of MMD² with k(x, y) = exp(-‖x-y‖² / 2σ²).
     *
     * @param reference one embedding a row
     * @throws IllegalArgumentException if the embeddings differ in length or hold what is not a number
     */
    public static Measurement kernel(double[][] reference, double[][] candidate) {
        Optional<String> refusal = refusal(reference, candidate);
        if (refusal.isPresent()) {
            return new NotMeasured(refusal.get());
        }
        double median = medianSquaredDistance(reference);
        if (median == 0) {
            return new NotMeasured("the reference sounds are all the same");
        }
        double n = reference.length;
        double m = candidate.length;
        double within = kernelSum(reference, reference, median) - n;
        double beyond = kernelSum(candidate, candidate, median) - m;
        double across = kernelSum(reference, candidate, median);
        return new Measured(within / (n * (n - 1)) + beyond / (m * (m - 1)) - 2 * across / (n * m), MetricUnit.NUMBER);
    }

    private static Optional<String> refusal(double[][] reference, double[][] candidate) {
        if (Math.min(reference.length, candidate.length) < FEWEST) {
            return Optional.of("sets of " + reference.length + " and " + candidate.length
                    + " sounds are too small: a distance of sets says little below " + FEWEST);
        }
        for (double[][] set : new double[][][] {reference, candidate}) {
            for (int i = 0; i < set.length; i++) {
                if (set[i].length != reference[0].length
                        || !Arrays.stream(set[i]).allMatch(Double::isFinite)) {
                    throw new IllegalArgumentException("embedding " + i + " holds " + set[i].length
                            + " values instead of " + reference[0].length + ", or what is not a number");
                }
            }
        }
        return Optional.empty();
    }

    private static double[] mean(double[][] set) {
        double[] mean = new double[set[0].length];
        for (double[] row : set) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / set.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] set, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        for (double[] row : set) {
            for (int i = 0; i < size; i++) {
                double scaled = (row[i] - mean[i]) / (set.length - 1);
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += scaled * (row[j] - mean[j]);
                }
            }
        }
        return covariance;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double medianSquaredDistance(double[][] set) {
        double[] distances = new double[Math.multiplyExact(set.length, set.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[count++] = squaredDistance(set[i], set[j]);
            }
        }
        Arrays.sort(distances);
        double median = (Math.sqrt(distances[(count - 1) / 2]) + Math.sqrt(distances[count / 2])) / 2;
        return median * median;
    }

    private static double kernelSum(double[][] a, double[][] b, double squaredBandwidth) {
        double sum = 0;
        for (double[] x : a) {
            for (double[] y : b) {
                sum += Math.exp(-squaredDistance(x, y) / (2 * squaredBandwidth));
            }
        }
        return sum;
    }
}
