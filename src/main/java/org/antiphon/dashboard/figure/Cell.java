package org.antiphon.dashboard.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** One field of the table of a figure. */
public sealed interface Cell {

    /** As people read it. */
    String shown();

    /** As programs read it: all digits that mean something, nothing where nothing is known. */
    String exact();

    /** Whether it stands at the right of its column. */
    default boolean numeric() {
        return this instanceof Number;
    }

    /** Words. */
    record Words(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public String exact() {
            return text;
        }
    }

    /** A number, shown with so many decimals; what is no number was not to be had. */
    record Number(double value, int decimals) implements Cell {
        @Override
        public String shown() {
            return Cell.shown(value, decimals);
        }

        @Override
        public String exact() {
            return Double.isFinite(value)
                    ? new BigDecimal(value)
                            .round(new MathContext(12, RoundingMode.HALF_EVEN))
                            .stripTrailingZeros()
                            .toPlainString()
                    : "";
        }
    }

    static Cell of(String text) {
        return new Words(text);
    }

    static Cell of(long count) {
        return new Number(count, 0);
    }

    static Cell of(double value, int decimals) {
        return new Number(value, decimals);
    }

    /** A number in words: a true minus, no negative zero, a dash where there is none. */
    static String shown(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        return rounded.signum() < 0 ? "−" + digits : digits;
    }
}
