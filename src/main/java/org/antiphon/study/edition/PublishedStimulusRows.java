package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;

/** The rows of {@code stimulus}. */
@ApplicationScoped
class PublishedStimulusRows
        implements PanacheRepositoryBase<PublishedStimulusRow, PublishedStimulusRow.Key>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("sha256", digest.hex()) > 0;
    }
}
