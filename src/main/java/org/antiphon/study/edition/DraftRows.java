package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.antiphon.platform.Problem;

/** The rows of {@code study}. Previews are found by those who ask for them only. */
@ApplicationScoped
class DraftRows implements PanacheRepository<DraftRow> {

    /** @throws org.antiphon.platform.ProblemException 404 if there is none of that name */
    DraftRow of(String slug) {
        return find("slug = ?1 and previewOf is null", slug)
                .firstResultOptional()
                .orElseThrow(() -> unknown(slug));
    }

    /** The row, held against other writers until the transaction ends. */
    DraftRow hold(String slug) {
        return find("slug = ?1 and previewOf is null", slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> unknown(slug));
    }

    /** Every study that is no preview. */
    List<DraftRow> own() {
        return list("previewOf is null");
    }

    boolean isPreview(String slug) {
        return count("slug = ?1 and previewOf is not null", slug) > 0;
    }

    /** Previews that were begun before that time. */
    List<Long> previewsBefore(Instant limit) {
        return find("previewOf is not null and createdAt < ?1", limit).stream()
                .map(row -> row.id)
                .toList();
    }

    private static RuntimeException unknown(String slug) {
        return Problem.notFound("No such study", "There is no study “" + slug + "” here.")
                .exception();
    }
}
