package org.antiphon.dashboard.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a difference is heard at all, by ABX trials: {@link Method#ABX}.
 *
 * @param correct trials answered rightly, with the exact interval
 * @param p of so many or more by guessing
 * @param sensitivity d' of a listener who compares X with A and with B independently (the best one can do)
 * @param differencing d' of a listener who compares the two distances
 */
public record Abx(Proportion correct, double p, Sensitivity sensitivity, Sensitivity differencing) {

    /** Beyond this d', every answer is right to double precision. */
    private static final double MOST = 60;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * A d' with the interval that the share of right answers has; 0 for a share of a half or less, infinite for 1.
     *
     * @param value d'
     */
    public record Sensitivity(double value, Interval interval) {}

    /** Needs one trial. */
    public static Result<Abx> of(long correct, long trials, double level) {
        return Proportion.of(correct, trials, level).map(share -> {
            Sensitivity independent = sensitivity(share, Abx::independent);
            return new Abx(share, share.pAbove(0.5), independent, sensitivity(share, Abx::differencing));
        });
    }

    private static Sensitivity sensitivity(Proportion share, DoubleUnaryOperator correct) {
        Interval ends = share.interval();
        return new Sensitivity(
                inverse(correct, share.share()),
                new Interval(inverse(correct, ends.low()), inverse(correct, ends.high()), ends.level()));
    }

    /** Macmillan and Creelman (2005), Detection theory, equation 9.7. */
    private static double independent(double d) {
        return both(d / Math.sqrt(2), d / 2);
    }

    /** Macmillan and Creelman (2005), equation 9.9. */
    private static double differencing(double d) {
        return both(d / Math.sqrt(2), d / Math.sqrt(6));
    }

    private static double both(double a, double b) {
        return NORMAL.cumulativeProbability(a) * NORMAL.cumulativeProbability(b)
                + NORMAL.cumulativeProbability(-a) * NORMAL.cumulativeProbability(-b);
    }

    private static double inverse(DoubleUnaryOperator correct, double share) {
        if (share <= 0.5) {
            return 0;
        }
        if (share >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = MOST;
        while (high - low > 1e-12 * MOST) {
            double middle = (low + high) / 2;
            if (correct.applyAsDouble(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
