package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.antiphon.study.design.Edition;

/** A published edition. Only its state ever changes. */
@Entity
@Table(name = "edition")
class PublishedRow {

    @Id
    String digest;

    @Column(name = "study_id")
    Long studyId;

    int version;
    byte[] frozen;
    String document;
    String state;

    @Column(name = "test_sha256")
    String testSha256;

    @Column(name = "test_media_type")
    String testMediaType;

    @Column(name = "test_seconds")
    Double testSeconds;

    @Column(name = "published_at")
    Instant publishedAt;

    /** Names the clip by which browser and level are tried out. */
    void tryOut(PreparedRow clip) {
        testSha256 = clip.sha256;
        testMediaType = clip.mediaType;
        testSeconds = clip.seconds;
    }

    Edition edition() {
        return Edition.read(frozen);
    }
}
