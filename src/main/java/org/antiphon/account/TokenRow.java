package org.antiphon.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a script shows instead of a browser's cookie. */
@Entity
@Table(name = "api_token")
class TokenRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "token_sha256")
    String tokenSha256;

    @Column(name = "account_id")
    Long accountId;

    String name;

    @Column(name = "may_write")
    boolean mayWrite;

    String study;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "seen_at")
    Instant seenAt;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
