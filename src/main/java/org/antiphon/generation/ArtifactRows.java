package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rows of {@code translation_artifact}. */
@ApplicationScoped
class ArtifactRows implements PanacheRepositoryBase<ArtifactRow, ArtifactRow.Key> {

    List<ArtifactRow> of(String translationId) {
        return list("translationId", translationId);
    }

    Optional<ArtifactRow> of(String translationId, Role role) {
        return findByIdOptional(new ArtifactRow.Key(translationId, role.label()));
    }
}
