package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A stimulus that is ready to be published. */
@Entity
@Table(name = "prepared_stimulus")
@IdClass(PreparedRow.Key.class)
class PreparedRow {

    @Id
    String recipe;

    @Id
    String condition;

    String sha256;

    @Column(name = "media_type")
    String mediaType;

    long bytes;
    double seconds;
    Double loudness;
    Double deviation;
    double gain;

    @Column(name = "true_peak")
    Double truePeak;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "used_at")
    Instant usedAt;

    /** What decides everything about an item, and one of its conditions. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String recipe;
        String condition;

        Key() {}

        Key(String recipe, String condition) {
            this.recipe = recipe;
            this.condition = condition;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(recipe, key.recipe)
                    && Objects.equals(condition, key.condition);
        }

        @Override
        public int hashCode() {
            return Objects.hash(recipe, condition);
        }
    }
}
