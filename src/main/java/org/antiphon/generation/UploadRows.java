package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code upload}. */
@ApplicationScoped
class UploadRows implements PanacheRepositoryBase<UploadRow, Long> {

    /** Removes the uploads that no translation uses any more. */
    long deleteUnused() {
        return delete("id not in (select t.media.id from TranslationRow t)"
                + " and id not in (select t.prior.id from TranslationRow t where t.prior is not null)");
    }
}
