package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The rows of {@code account}. */
@ApplicationScoped
class AccountRows implements PanacheRepository<AccountRow> {

    /** By name, in whatever case it is written. */
    Optional<AccountRow> named(String name) {
        return find("lower(name) = lower(?1)", name.strip()).firstResultOptional();
    }

    /** Whom that provider of OpenID Connect knows by that subject: names and addresses may pass to somebody else, this does not. */
    Optional<AccountRow> of(String issuer, String subject) {
        return find("oidcIssuer = ?1 and oidcSubject = ?2", issuer, subject).firstResultOptional();
    }

    Optional<AccountRow> owner() {
        return find("role = ?1 order by id", Role.OWNER.label()).firstResultOptional();
    }
}
