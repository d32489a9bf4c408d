package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code api_token}. */
@ApplicationScoped
class TokenRows implements PanacheRepository<TokenRow> {}
