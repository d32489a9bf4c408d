package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An invitation: a link for one person, of which only the hash is kept. */
@Entity
@Table(name = "invitation")
class IssuedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "study_id")
    Long studyId;

    @Column(name = "token_sha256")
    String tokenSha256;

    String note;

    @Column(name = "created_at")
    Instant createdAt;
}
