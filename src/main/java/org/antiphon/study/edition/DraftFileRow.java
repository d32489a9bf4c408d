package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A file that was uploaded with a study. */
@Entity
@Table(name = "study_file")
@IdClass(DraftFileRow.Key.class)
class DraftFileRow {

    @Id
    @Column(name = "study_id")
    Long studyId;

    @Id
    String name;

    String sha256;
    long bytes;

    @Column(name = "created_at")
    Instant createdAt;

    /** Which file of which study. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        Long studyId;
        String name;

        Key() {}

        Key(Long studyId, String name) {
            this.studyId = studyId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(studyId, key.studyId) && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(studyId, name);
        }
    }
}
