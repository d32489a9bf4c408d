package org.antiphon.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link by which a password is set, once. */
@Entity
@Table(name = "account_link")
class AccountLinkRow {

    @Id
    @Column(name = "token_sha256")
    String tokenSha256;

    @Column(name = "account_id")
    Long accountId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;
}
