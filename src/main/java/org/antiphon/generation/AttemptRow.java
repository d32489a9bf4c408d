package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One worker's try at a translation. */
@Entity
@Table(name = "job_attempt")
class AttemptRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "translation_id")
    String translationId;

    int number;
    String worker;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "heartbeat_at")
    Instant heartbeatAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String outcome;
}
