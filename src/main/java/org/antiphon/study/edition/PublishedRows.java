package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;

/** The rows of {@code edition}. */
@ApplicationScoped
class PublishedRows implements PanacheRepositoryBase<PublishedRow, String>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("testSha256", digest.hex()) > 0;
    }

    /** The editions of a study, the newest first. */
    boolean takesParticipants(String slug) {
        return count("state = 'open' and studyId in (select id from DraftRow where slug = ?1)", slug) > 0;
    }

    List<PublishedRow> of(Long study) {
        return list("studyId = ?1 order by version desc", study);
    }

    Optional<PublishedRow> latest(Long study) {
        return find("studyId = ?1 order by version desc", study).firstResultOptional();
    }
}
