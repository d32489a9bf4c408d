package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code account_link}. */
@ApplicationScoped
class AccountLinkRows implements PanacheRepositoryBase<AccountLinkRow, String> {}
