package org.antiphon.dashboard.results;

/** What somebody gets who does not wait for long. */
sealed interface Looked {

    record Ready(Results results) implements Looked {}

    /**
     * The answers are being read, or what they say is being computed.
     *
     * @param share of the sessions that have been read, 0 to 1
     */
    record Reading(double share) implements Looked {}
}
