package org.antiphon.account;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who asks, for resources that write down who did something: the principal's name is that of the account. */
record KnownCaller(Who who, SecurityContext line) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return who::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return who.role().label().equals(role);
    }

    @Override
    public boolean isSecure() {
        return line.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return who.token().isPresent() ? "Bearer" : FORM_AUTH;
    }
}
