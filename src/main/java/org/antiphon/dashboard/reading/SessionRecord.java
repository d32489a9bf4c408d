package org.antiphon.dashboard.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who took part.
 *
 * @param row the row of {@code study_session}; it stays on the server
 * @param participant a pseudonym, the same as long as the study lives
 * @param way {@code open-link}, {@code invitations} or {@code prolific}
 * @param status {@code going}, {@code completed}, {@code declined}, {@code screened-out} or {@code over-quota}
 * @param endedBy the exclusion rule, or questionnaire and question of the quota
 * @param number of the draw within the edition, from 1; empty before pages were drawn
 * @param group the answer that {@link Selection#group()} asks for
 */
public record SessionRecord(
        @JsonIgnore long row,
        String participant,
        @JsonIgnore EditionRecord edition,
        String language,
        String way,
        String status,
        Optional<String> endedBy,
        Optional<Long> number,
        Instant begun,
        Instant seen,
        Optional<Instant> ended,
        Standing standing,
        Optional<String> group) {

    public int version() {
        return edition.version();
    }

    public boolean counted() {
        return standing.counted();
    }
}
