package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.antiphon.generation.Metric;

/** One number about a stimulus, or the reason why there is none. */
@Entity
@Table(name = "stimulus_metric")
@IdClass(StimulusMetricRow.Key.class)
class StimulusMetricRow {

    @Id
    @Column(name = "reference_sha256")
    String reference;

    @Id
    @Column(name = "candidate_sha256")
    String candidate;

    @Id
    String name;

    int position;
    String label;

    @Column(name = "value")
    Double value;

    String unit;
    String reason;
    int version;

    static StimulusMetricRow of(StimulusPairRow pair, int position, Metric metric) {
        StimulusMetricRow row = new StimulusMetricRow();
        row.reference = pair.reference;
        row.candidate = pair.candidate;
        row.name = metric.name();
        row.position = position;
        row.label = metric.label();
        row.value = metric.value();
        row.unit = metric.unit();
        row.reason = metric.reason();
        row.version = metric.version();
        return row;
    }

    Metric metric() {
        return new Metric(name, label, value, unit, reason, version);
    }

    /** Which number of which pair. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String reference;
        String candidate;
        String name;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(reference, key.reference)
                    && Objects.equals(candidate, key.candidate)
                    && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, candidate, name);
        }
    }
}
