package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.antiphon.study.design.Stimulus;

/** A stimulus of a published edition. */
@Entity
@Table(name = "stimulus")
@IdClass(PublishedStimulusRow.Key.class)
class PublishedStimulusRow {

    @Id
    String edition;

    @Id
    String item;

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

    static PublishedStimulusRow of(String edition, Stimulus stimulus, PreparedRow prepared) {
        PublishedStimulusRow row = new PublishedStimulusRow();
        row.edition = edition;
        row.item = stimulus.item().text();
        row.condition = stimulus.condition().text();
        row.sha256 = prepared.sha256;
        row.mediaType = prepared.mediaType;
        row.bytes = prepared.bytes;
        row.seconds = prepared.seconds;
        row.loudness = prepared.loudness;
        row.deviation = prepared.deviation;
        row.gain = prepared.gain;
        row.truePeak = prepared.truePeak;
        return row;
    }

    /** Which stimulus of which edition. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String edition;
        String item;
        String condition;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(edition, key.edition)
                    && Objects.equals(item, key.item)
                    && Objects.equals(condition, key.condition);
        }

        @Override
        public int hashCode() {
            return Objects.hash(edition, item, condition);
        }
    }
}
