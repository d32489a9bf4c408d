package org.antiphon.metric;

import java.util.Locale;

/**
 * What a metric is, for programs and for the people who read its numbers.
 *
 * @param name identifier in files and interfaces, such as {@code onset-f1-50ms}
 * @param label name for people
 * @param better which way is good
 * @param lowest smallest possible value, may be negative infinity
 * @param highest largest possible value, may be infinity
 * @param needs what must be given
 * @param source where the definition comes from
 * @param version raised whenever values change
 * @param tells what the number says about music, in plain words
 * @param cannotTell what it does not say, and when it misleads
 */
public record MetricCard(
        String name,
        String label,
        MetricUnit unit,
        Better better,
        double lowest,
        double highest,
        Needs needs,
        String source,
        int version,
        String tells,
        String cannotTell) {

    /** Which way is good. */
    public enum Better {
        HIGHER("higher is better"),
        LOWER("lower is better"),
        NEARER_TO_ZERO("nearer to zero is better"),
        /** Stands beside another number that is to be read against it. */
        TO_COMPARE("to compare with");

        private final String words;

        Better(String words) {
            this.words = words;
        }

        /** The direction for people. */
        public String words() {
            return words;
        }
    }

    /** @throws IllegalArgumentException if the name is malformed, the range empty, or an explanation missing */
    public MetricCard {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || !(lowest < highest) || version < 1) {
            throw new IllegalArgumentException(
                    "metric " + name + " from " + lowest + " to " + highest + ", version " + version + " is malformed");
        }
        if (source.isBlank() || tells.isBlank() || cannotTell.isBlank()) {
            throw new IllegalArgumentException(
                    "metric " + name + " must say its source and what it can and cannot tell");
        }
    }

    /** The range for people, such as “-120 to 120 dB” or “0 px and more”. */
    public String range() {
        String symbol = unit.symbol().isEmpty() ? "" : " " + unit.symbol();
        if (Double.isInfinite(highest)) {
            return Double.isInfinite(lowest)
                    ? "any number" + (symbol.isEmpty() ? "" : " of" + symbol)
                    : plain(lowest) + symbol + " and more";
        }
        return plain(lowest) + " to " + plain(highest) + symbol;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
