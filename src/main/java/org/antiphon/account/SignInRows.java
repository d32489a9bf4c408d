package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code sign_in}. */
@ApplicationScoped
class SignInRows implements PanacheRepositoryBase<SignInRow, String> {}
