package org.antiphon.clip;

/**
 * Hears how far long work has come. An implementation may throw {@link java.util.concurrent.CancellationException} to
 * stop the work.
 */
@FunctionalInterface
public interface Progress {

    /** For work that nobody watches. */
    Progress NONE = (stage, share) -> {};

    /**
     * @param stage what is being done, in words a person understands ("watching the bow")
     * @param share how much of the whole is done, 0 to 1
     */
    void at(String stage, double share);

    /** This progress seen by a part of the work that spans {@code from} to {@code to} of the whole. */
    default Progress part(double from, double to) {
        return (stage, share) -> at(stage, from + (to - from) * share);
    }
}
