package org.antiphon.account;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.antiphon.platform.Problem;

/** Lets nobody in who is not signed in, or whom another site's page has sent. */
@Provider
@ForResearchers
class SignInFilter implements ContainerRequestFilter {

    private final SigningIn signingIn;

    @Inject
    SignInFilter(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SameSite.allows(
                request.getMethod(),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString("Host"))) {
            throw SameSite.refusal();
        }
        Cookie cookie = request.getCookies().get(SignInPages.COOKIE);
        Optional<SigningIn.Signed> who = cookie == null ? Optional.empty() : signingIn.who(cookie.getValue());
        if (who.isEmpty()) {
            request.abortWith(refusal(request));
            return;
        }
        request.setSecurityContext(new Known(who.get(), request.getSecurityContext()));
    }

    /** Who asks, for resources that write down who did something: the principal's name is that of the account. */
    private record Known(SigningIn.Signed who, SecurityContext line) implements SecurityContext {

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
            return FORM_AUTH;
        }
    }

    private static Response refusal(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String accept = request.getHeaderString("Accept");
        boolean page = request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
        if (page && !asked.getPath().startsWith("/api/")) {
            String to = URLEncoder.encode(asked.getRawPath(), StandardCharsets.UTF_8);
            return Response.seeOther(URI.create("/sign-in?to=" + to)).build();
        }
        Problem problem = new Problem("You are not signed in", 401, "Sign in at /sign-in and try again.", "sign-in");
        return Response.status(401)
                .type(Problem.JSON)
                .header("Cache-Control", "no-store")
                .entity(problem)
                .build();
    }
}
