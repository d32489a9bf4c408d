package org.antiphon.study.stimulus;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;

/** The rows of {@code study_rendition}. */
@ApplicationScoped
class RenditionRows implements PanacheRepositoryBase<RenditionRow, String>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("sha256", digest.hex()) > 0;
    }
}
