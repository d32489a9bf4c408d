package org.antiphon.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.edition.Preparing;
import org.antiphon.study.edition.Publishing;

/**
 * A study as its researcher sees it.
 *
 * @param link where participants begin
 * @param invited how many single-use links were made
 */
record StudyView(
        String slug,
        String title,
        int revision,
        Instant savedAt,
        DocumentView draft,
        List<Drafts.UploadedFile> files,
        Optional<Preparing.Progress> preparation,
        List<Publishing.Published> editions,
        String link,
        long invited) {}
