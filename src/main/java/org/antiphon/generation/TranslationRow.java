package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.antiphon.clip.Direction;

/** One translation and the job that makes it. */
@Entity
@Table(name = "translation")
class TranslationRow {

    @Id
    String id;

    String direction;
    String status;
    String stage;
    double progress;
    long seed;
    String model;

    @Column(name = "model_checksum")
    String modelChecksum;

    int steps;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "media_upload")
    UploadRow media;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "prior_upload")
    UploadRow prior;

    String sample;
    String origin;

    @Column(name = "owner_key")
    String ownerKey;

    int attempts;

    @Column(name = "cancel_requested")
    boolean cancelRequested;

    /** {@link MetricSet#FINGERPRINT} of the metrics that it was measured by. */
    @Column(name = "metric_set")
    String metricSet;

    Double confidence;

    @Column(name = "length_seconds")
    double lengthSeconds;

    @Column(name = "problem_code")
    String problemCode;

    @Column(name = "problem_title")
    String problemTitle;

    @Column(name = "problem_detail")
    String problemDetail;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    Status state() {
        return Status.ofLabel(status);
    }

    Direction way() {
        return Direction.ofLabel(direction);
    }
}
