package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The rows of {@code job_attempt}. */
@ApplicationScoped
class AttemptRows implements PanacheRepositoryBase<AttemptRow, Long> {

    Optional<AttemptRow> of(String translationId, int number) {
        return find("translationId = ?1 and number = ?2", translationId, number).firstResultOptional();
    }

    /** Attempts that never said how they ended belong to workers that are gone. */
    void loseOpenOnesOf(String translationId, Instant now) {
        update("endedAt = ?1, outcome = 'lost' where translationId = ?2 and endedAt is null", now, translationId);
    }
}
