package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.antiphon.platform.Digest;

/** A file that somebody gave, as it lies in the artifact store. */
@Entity
@Table(name = "upload")
class UploadRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String sha256;
    long bytes;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "file_name")
    String fileName;

    double seconds;

    @Column(name = "has_picture")
    boolean hasPicture;

    @Column(name = "has_sound")
    boolean hasSound;

    Integer width;
    Integer height;
    boolean playable;

    @Column(name = "created_at")
    Instant createdAt;

    Digest digest() {
        return new Digest(sha256);
    }

    /** Shorter side over longer side, 1 without pictures. */
    double aspect() {
        return hasPicture ? (double) Math.min(width, height) / Math.max(width, height) : 1;
    }
}
