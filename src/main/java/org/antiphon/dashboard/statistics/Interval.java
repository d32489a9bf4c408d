package org.antiphon.dashboard.statistics;

/**
 * A confidence interval; an end may be infinite.
 *
 * @param level how often such intervals hold the true value, between 0 and 1
 */
public record Interval(double low, double high, double level) {

    /** The customary level. */
    public static final double CUSTOMARY = 0.95;

    /** @throws IllegalArgumentException if the ends are no numbers or the wrong way round, or the level is none */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
        Check.level(level);
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The part of it between two ends, for scales that end there. */
    public Interval within(double lowest, double highest) {
        return new Interval(Math.min(Math.max(low, lowest), highest), Math.max(Math.min(high, highest), lowest), level);
    }
}
