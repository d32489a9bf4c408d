package org.antiphon.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.antiphon.platform.Problem;

/**
 * Stands before every guarded address: lets nobody in who is not signed in, whom another site's page has sent, or who may not
 * do that. A study that is not theirs is to them as if there were none.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class Guard implements ContainerRequestFilter {

    private final Sessions sessions;
    private final Tokens tokens;
    private final Access access;
    private final AuditLog log;
    private final Caller caller;

    @Context
    ResourceInfo resource;

    @Context
    HttpServerRequest connection;

    @Inject
    Guard(Sessions sessions, Tokens tokens, Access access, AuditLog log, Caller caller) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.log = log;
        this.access = access;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<GuardedPath> path =
                GuardedPath.of(resource.getResourceClass(), resource.getResourceMethod(), request.getMethod());
        if (path.isEmpty()) {
            return;
        }
        Optional<String> token = bearer(request.getHeaderString("Authorization"));
        // only a browser has a cookie that another site could abuse
        if (token.isEmpty() && !sameSite(request)) {
            throw SameSite.refusal();
        }
        Optional<String> cookie = Optional.ofNullable(request.getCookies().get(SignInPages.COOKIE))
                .map(Cookie::getValue);
        String address = address();
        Supplier<Optional<Who>> asking =
                () -> token.isPresent() ? tokens.who(token.get(), address) : cookie.flatMap(sessions::who);
        Optional<Who> who = asking.get();
        if (who.isEmpty()) {
            request.abortWith(stranger(request, token.isPresent()));
            return;
        }
        caller.is(who.get(), asking);
        request.setSecurityContext(new KnownCaller(who.get(), request.getSecurityContext()));
        admit(who.get(), path.get(), request);
    }

    private static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private static boolean sameSite(ContainerRequestContext request) {
        return SameSite.allows(
                request.getMethod(),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString("Host"));
    }

    private String address() {
        return connection.remoteAddress() == null
                ? ""
                : connection.remoteAddress().hostAddress();
    }

    private void admit(Who who, GuardedPath path, ContainerRequestContext request) {
        Optional<String> study = path.variable()
                .map(variable -> request.getUriInfo().getPathParameters().getFirst(variable));
        Optional<Role> role = study.isPresent() ? access.role(who, study.get()) : Optional.of(who.onServer());
        boolean enough = role.isPresent()
                && role.get().allows(path.right())
                && !(path.inPerson() && who.token().isPresent());
        if (enough) {
            return;
        }
        log.note(
                Deed.REFUSED,
                study,
                request.getMethod() + " " + request.getUriInfo().getPath());
        if (role.isEmpty()) {
            throw Problem.notFound("No such study", "There is no study “" + study.orElse("") + "” here.")
                    .exception();
        }
        throw forbidden(
                role.get().allows(path.right())
                        ? "A token is not enough for this: sign in with a browser."
                        : "What you may do here does not go so far. Ask whoever let you in.");
    }

    private static RuntimeException forbidden(String detail) {
        return new Problem("You may not do this", 403, detail, "forbidden").exception();
    }

    private static Response stranger(ContainerRequestContext request, boolean token) {
        URI asked = request.getUriInfo().getRequestUri();
        String accept = request.getHeaderString("Accept");
        boolean page = request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
        if (!token && page && !asked.getPath().startsWith("/api/")) {
            String to = URLEncoder.encode(asked.getRawPath(), StandardCharsets.UTF_8);
            return Response.seeOther(URI.create("/sign-in?to=" + to)).build();
        }
        Problem problem = token
                ? new Problem("The token works no longer", 401, "Make another one at /account.", "bad-token")
                : new Problem("You are not signed in", 401, "Sign in at /sign-in and try again.", "sign-in");
        return Response.status(401)
                .header("WWW-Authenticate", token ? "Bearer error=\"invalid_token\"" : "Bearer")
                .type(Problem.JSON)
                .header("Cache-Control", "no-store")
                .entity(problem)
                .build();
    }
}
