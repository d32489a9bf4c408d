package org.antiphon.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that is, or was, signed in. */
@Entity
@Table(name = "sign_in")
class SignInRow {

    @Id
    @Column(name = "token_sha256")
    String tokenSha256;

    @Column(name = "account_id")
    Long accountId;

    String browser;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "seen_at")
    Instant seenAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
