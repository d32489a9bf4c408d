package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The rows of {@code account_invitation}. */
@ApplicationScoped
class InvitationRows implements PanacheRepository<InvitationRow> {

    /** One that still works. */
    Optional<InvitationRow> open(String token, Instant now) {
        return find(
                        "tokenSha256 = ?1 and usedAt is null and revokedAt is null and expiresAt > ?2",
                        SigningIn.hash(token),
                        now)
                .firstResultOptional();
    }

    /** Whether it was still open: of two who come at the same time only one takes it. */
    boolean take(InvitationRow row, long account, Instant now) {
        return update(
                        "usedAt = ?1, usedBy = ?2 where id = ?3 and usedAt is null and revokedAt is null",
                        now,
                        account,
                        row.id)
                == 1;
    }
}
