package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One accepted request of an anonymous visitor. */
@Entity
@Table(name = "visitor_request")
class VisitorRequestRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "owner_key")
    String ownerKey;

    @Column(name = "asked_at")
    Instant askedAt;
}
