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

    Optional<AccountRow> owner() {
        return find("role = ?1 order by id", Role.OWNER.label()).firstResultOptional();
    }
}
