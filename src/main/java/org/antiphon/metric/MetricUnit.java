package org.antiphon.metric;

/** The unit of a measured value. */
public enum MetricUnit {
    /** A plain number, such as a ratio or a correlation. */
    NUMBER(""),
    DECIBELS("dB"),
    PIXELS("px"),
    SECONDS("s"),
    LOUDNESS_UNITS("LU"),
    BEATS_PER_MINUTE("bpm");

    private final String symbol;

    MetricUnit(String symbol) {
        this.symbol = symbol;
    }

    /** How the unit is written behind a value; empty for plain numbers. */
    public String symbol() {
        return symbol;
    }
}
