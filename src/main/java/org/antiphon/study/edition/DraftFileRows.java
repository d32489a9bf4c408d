package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;
import org.antiphon.study.stimulus.Uploads;

/** The rows of {@code study_file}. */
@ApplicationScoped
class DraftFileRows implements PanacheRepositoryBase<DraftFileRow, DraftFileRow.Key>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("sha256", digest.hex()) > 0;
    }

    /** The files of a study as they are now. */
    Uploads uploads(Long study) {
        Map<String, Digest> files = find("studyId", study).stream()
                .collect(Collectors.toMap(row -> row.name, row -> new Digest(row.sha256)));
        return name -> Optional.ofNullable(files.get(name));
    }
}
