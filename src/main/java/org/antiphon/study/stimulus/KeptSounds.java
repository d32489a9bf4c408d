package org.antiphon.study.stimulus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The sounds that are kept because they took long to make. */
@ApplicationScoped
public class KeptSounds {

    private final RenditionRows rows;

    @Inject
    KeptSounds(RenditionRows rows) {
        this.rows = rows;
    }

    /**
     * Forgets those that nobody has asked for since; within the caller's transaction.
     *
     * @return how many
     */
    public long forget(Instant limit) {
        return rows.delete("usedAt < ?1", limit);
    }
}
