package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.antiphon.platform.Problem;

/** The rows of {@code study}. */
@ApplicationScoped
class DraftRows implements PanacheRepository<DraftRow> {

    /** @throws org.antiphon.platform.ProblemException 404 if there is none of that name */
    DraftRow of(String slug) {
        return find("slug", slug).firstResultOptional().orElseThrow(() -> unknown(slug));
    }

    /** The row, held against other writers until the transaction ends. */
    DraftRow hold(String slug) {
        return find("slug", slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> unknown(slug));
    }

    private static RuntimeException unknown(String slug) {
        return Problem.notFound("No such study", "There is no study “" + slug + "” here.")
                .exception();
    }
}
