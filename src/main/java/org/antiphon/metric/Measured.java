package org.antiphon.metric;

/** A finite value and its unit. */
public record Measured(double value, MetricUnit unit) implements Measurement {

    /** @throws IllegalArgumentException if the value is not finite: such a result must be {@link NotMeasured} */
    public Measured {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a measured value must be finite, was " + value);
        }
    }
}
