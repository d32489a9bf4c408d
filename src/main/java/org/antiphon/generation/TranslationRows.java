package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of {@code translation}. */
@ApplicationScoped
class TranslationRows implements PanacheRepositoryBase<TranslationRow, String> {

    private static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

    /** The row with its uploads; empty for anything that is not an id at all. */
    Optional<TranslationRow> seek(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return find("from TranslationRow t join fetch t.media left join fetch t.prior where t.id = ?1", id)
                .firstResultOptional();
    }

    /** The row, held against other writers until the transaction ends. */
    Optional<TranslationRow> hold(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long waiting() {
        return count("status", Status.QUEUED.label());
    }

    long running() {
        return count("status", Status.RUNNING.label());
    }

    long unfinishedOf(String ownerKey) {
        return count(
                "ownerKey = ?1 and status in ?2", ownerKey, List.of(Status.QUEUED.label(), Status.RUNNING.label()));
    }

    /** A finished translation that was not measured by this set of metrics, its upload with it. */
    Optional<TranslationRow> measuredOtherwise(String metricSet) {
        return find(
                        "from TranslationRow t join fetch t.media"
                                + " where t.status = 'done' and t.metricSet is distinct from ?1 order by t.finishedAt desc",
                        metricSet)
                .firstResultOptional();
    }

    /** Ids of translations that nobody works on and that were asked for before {@code limit}. */
    List<String> endedBefore(Instant limit) {
        return find(
                        "createdAt < ?1 and status in ?2",
                        limit,
                        List.of(Status.DONE.label(), Status.FAILED.label(), Status.CANCELLED.label()))
                .stream()
                .map(row -> row.id)
                .toList();
    }
}
