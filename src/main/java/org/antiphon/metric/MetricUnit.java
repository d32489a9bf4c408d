package org.antiphon.metric;

/** The unit of a measured value. */
public enum MetricUnit {
    /** A plain number, such as a ratio or a correlation. */
    NUMBER(""),
    DECIBELS("dB"),
    PIXELS("px"),
    SECONDS("s"),
    LOUDNESS_UNITS("LU"),
    BEATS_PER_MINUTE("bpm"),
    CENTS("ct"),
    /** Mean opinion score of listeners, from 1 (bad) to 5 (excellent). */
    OPINION_SCORE("MOS");

    private final String symbol;

    MetricUnit(String symbol) {
        this.symbol = symbol;
    }

    /** How the unit is written behind a value; empty for plain numbers. */
    public String symbol() {
        return symbol;
    }
}
