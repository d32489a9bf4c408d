package org.antiphon.dashboard.statistics;

/**
 * Standard error of a mean of clustered values.
 *
 * <p>The bias-reduced error (CR2) of Bell and McCaffrey (2002) and their Satterthwaite degrees of freedom, in the closed form
 * that a mean has. With w the share of a participant in all ratings and S the sum of their residuals, the variance is the
 * sum of S² / (1 - w) over N²; under equal and independent errors its degrees of freedom are 1 / (sum of w² + sum over pairs
 * of w² v² / ((1 - w) (1 - v))). Equal clusters give the t interval of participants' means.
 *
 * @param value the error
 * @param freedom its degrees of freedom
 */
record RobustError(double value, double freedom) {

    static RobustError of(Clusters clusters) {
        double mean = clusters.mean();
        double n = clusters.ratings();
        double variance = 0;
        double own = 0;
        double ofAll = 0;
        double ofSame = 0;
        for (int i = 0; i < clusters.counts.length; i++) {
            double share = clusters.counts[i] / n;
            double residual = clusters.sums[i] - clusters.counts[i] * mean;
            variance += residual * residual / (1 - share) / n / n;
            own += share * share;
            double a = share * share / (1 - share);
            ofAll += a;
            ofSame += a * a;
        }
        return new RobustError(Math.sqrt(variance), 1 / (own + ofAll * ofAll - ofSame));
    }
}
