package org.antiphon.metric;

/**
 * What a metric is.
 *
 * @param name identifier in files and interfaces, such as {@code onset-f1}
 * @param label name for people
 * @param better which way is good
 * @param lowest smallest possible value, may be negative infinity
 * @param highest largest possible value, may be infinity
 * @param needs what must be given, in words
 * @param source where the definition comes from
 * @param version raised whenever values change
 */
public record MetricCard(
        String name,
        String label,
        MetricUnit unit,
        Better better,
        double lowest,
        double highest,
        String needs,
        String source,
        int version) {

    /** Which way is good. */
    public enum Better {
        HIGHER,
        LOWER,
        NEARER_TO_ZERO
    }

    /** @throws IllegalArgumentException if the name is malformed or the range empty */
    public MetricCard {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || !(lowest < highest)) {
            throw new IllegalArgumentException("metric " + name + " from " + lowest + " to " + highest + " is malformed");
        }
    }
}
