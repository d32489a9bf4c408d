package org.antiphon.study.stimulus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sound that took long to make. */
@Entity
@Table(name = "study_rendition")
class RenditionRow {

    @Id
    String recipe;

    String sha256;
    long bytes;
    String model;

    @Column(name = "created_at")
    Instant createdAt;

    /** When it was made or asked for last. */
    @Column(name = "used_at")
    Instant usedAt;
}
