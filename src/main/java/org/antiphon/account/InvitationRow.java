package org.antiphon.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link that makes an account, or lets an existing one into a study, once. */
@Entity
@Table(name = "account_invitation")
class InvitationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "token_sha256")
    String tokenSha256;

    String role;
    String study;

    @Column(name = "study_role")
    String studyRole;

    String note;

    @Column(name = "created_by")
    Long createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "used_at")
    Instant usedAt;

    @Column(name = "used_by")
    Long usedBy;
}
