package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A stimulus and the true one of its item, by their files. */
@Entity
@Table(name = "stimulus_pair")
@IdClass(StimulusPairRow.Key.class)
class StimulusPairRow {

    @Id
    @Column(name = "reference_sha256")
    String reference;

    @Id
    @Column(name = "candidate_sha256")
    String candidate;

    @Column(name = "metric_set")
    String metricSet;

    /** Both files. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String reference;
        String candidate;

        Key() {}

        Key(String reference, String candidate) {
            this.reference = reference;
            this.candidate = candidate;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(reference, key.reference)
                    && Objects.equals(candidate, key.candidate);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, candidate);
        }
    }
}
