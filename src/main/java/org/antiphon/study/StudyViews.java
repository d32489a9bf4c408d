package org.antiphon.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.edition.Preparing;
import org.antiphon.study.edition.Publishing;

/** Puts together what is shown of a study. */
@ApplicationScoped
class StudyViews {

    private final Drafts drafts;
    private final Preparing preparing;
    private final Publishing publishing;
    private final Clock clock;

    @Inject
    StudyViews(Drafts drafts, Preparing preparing, Publishing publishing, Clock clock) {
        this.drafts = drafts;
        this.preparing = preparing;
        this.publishing = publishing;
        this.clock = clock;
    }

    StudyView of(String slug) {
        Drafts.Draft draft = drafts.of(slug);
        return new StudyView(
                draft.slug(),
                draft.title(),
                draft.revision(),
                draft.savedAt(),
                document(draft.document()),
                drafts.files(slug),
                preparing.progress(slug),
                publishing.editions(slug),
                "/s/" + draft.slug(),
                publishing.invited(slug));
    }

    DocumentView document(String document) {
        return DocumentView.of(document, clock.instant());
    }
}
