package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.antiphon.platform.Digest;

/** One file that belongs to a translation. */
@Entity
@Table(name = "translation_artifact")
@IdClass(ArtifactRow.Key.class)
class ArtifactRow {

    @Id
    @Column(name = "translation_id")
    String translationId;

    @Id
    String role;

    String sha256;

    @Column(name = "media_type")
    String mediaType;

    long bytes;

    Digest digest() {
        return new Digest(sha256);
    }

    /** Which file of which translation. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String translationId;
        String role;

        Key() {}

        Key(String translationId, String role) {
            this.translationId = translationId;
            this.role = role;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(translationId, key.translationId)
                    && Objects.equals(role, key.role);
        }

        @Override
        public int hashCode() {
            return Objects.hash(translationId, role);
        }
    }
}
