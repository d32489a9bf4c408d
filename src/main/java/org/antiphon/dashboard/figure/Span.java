package org.antiphon.dashboard.figure;

/** An interval, both ends included. */
public record Span(double low, double high) {

    /** @throws IllegalArgumentException if it has no ends, or they are the wrong way round */
    public Span {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("no interval: from " + low + " to " + high);
        }
    }
}
