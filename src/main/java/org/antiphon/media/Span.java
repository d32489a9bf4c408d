package org.antiphon.media;

/**
 * A part of a recording's time, in seconds from its time zero.
 *
 * @param from where it begins, at least 0
 * @param to where it ends, beyond {@code from}; infinity: with the file
 */
public record Span(double from, double to) {

    /** From the beginning to the end. */
    public static final Span WHOLE = new Span(0, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException unless 0 ≤ from < to */
    public Span {
        if (!(from >= 0) || !(to > from) || Double.isInfinite(from)) {
            throw new IllegalArgumentException(
                    "a span must begin at 0 or later and end after it begins, was " + from + " to " + to + " seconds");
        }
    }

    /** From a moment to the end of the file. */
    public static Span since(double from) {
        return new Span(from, Double.POSITIVE_INFINITY);
    }

    /** The first of the instants, counted from 0 at {@code rate} a second, that belong to it. */
    long first(double rate) {
        return Math.round(from * rate);
    }

    /** The first of those instants that comes after it. */
    long end(double rate) {
        return Double.isInfinite(to) ? Long.MAX_VALUE : Math.round(to * rate);
    }
}
