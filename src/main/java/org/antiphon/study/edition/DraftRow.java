package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A study, with its document as it was last saved. */
@Entity
@Table(name = "study")
class DraftRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String slug;
    String title;
    String draft;

    @Column(name = "draft_revision")
    int revision;

    @Column(name = "draft_saved_at")
    Instant savedAt;

    /** The study that this one shows to its researcher; null: a study of its own. */
    @Column(name = "preview_of", updatable = false)
    Long previewOf;

    @Column(name = "created_at")
    Instant createdAt;

    /** Its title, or its name in addresses where it has none. */
    String called() {
        return title == null || title.isBlank() ? slug : title;
    }
}
