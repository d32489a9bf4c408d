package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one participant, under a pseudonym.
 *
 * @param person as in the list
 * @param endedBy the rule or question that ended the session
 * @param device as the page told it when the session began; null if it did not
 * @param history all decisions about whether the answers count, the newest first
 */
record Participant(
        People.Person person,
        int version,
        Optional<String> endedBy,
        JsonNode device,
        List<Answered> answers,
        List<Checked> checks,
        List<Decided> history) {

    /**
     * An answer.
     *
     * @param step in words
     * @param took in seconds, as far as the server can confirm it; null if it cannot
     * @param given as it was sent
     * @param purpose main, training, repeated or planted; empty if it is no page of a task
     */
    record Answered(
            String id,
            String step,
            Instant at,
            Double took,
            JsonNode given,
            Optional<String> purpose,
            Optional<String> item,
            List<Clip> clips,
            List<Spans.Span> played) {}

    /**
     * A clip that was on the page.
     *
     * @param slot the letter that the participant saw
     * @param seconds how long it is
     */
    record Clip(String slot, String role, String condition, double seconds) {}

    /** @param outcome passed, failed or not-run */
    record Checked(String id, String outcome, String reason) {}

    /** @param by the name of the account; empty if a program decided */
    record Decided(boolean excluded, String reason, Optional<String> by, Instant at) {}
}
