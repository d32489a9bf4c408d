package org.antiphon.study.session.assignment;

/**
 * How often something was assigned.
 *
 * @param completed in sessions that were completed
 * @param present in sessions that are under way and still count, see {@link Presence}
 */
public record Count(int completed, int present) {

    public static final Count NONE = new Count(0, 0);

    /** @throws IllegalArgumentException if a count is negative */
    public Count {
        if (completed < 0 || present < 0) {
            throw new IllegalArgumentException("counts cannot be negative: " + completed + ", " + present);
        }
    }

    /** What it comes to if all who are present complete. */
    public int expected() {
        return completed + present;
    }
}
