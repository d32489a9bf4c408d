package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One number about a translation, or the reason why there is none. */
@Entity
@Table(name = "translation_metric")
@IdClass(MetricRow.Key.class)
class MetricRow {

    @Id
    @Column(name = "translation_id")
    String translationId;

    @Id
    String name;

    int position;
    String label;

    @Column(name = "value")
    Double value;

    String unit;
    String reason;
    int version;

    /** Which number of which translation. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String translationId;
        String name;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(translationId, key.translationId)
                    && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(translationId, name);
        }
    }
}
