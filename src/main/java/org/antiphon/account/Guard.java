package org.antiphon.account;

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
import org.antiphon.platform.Problem;

/**
 * Stands before every guarded address: lets nobody in who is not signed in, whom another site's page has sent, or who may not
 * do that. A study that is not theirs is to them as if there were none.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class Guard implements ContainerRequestFilter {

    private final Sessions sessions;
    private final Access access;
    private final Caller caller;

    @Context
    ResourceInfo resource;

    @Inject
    Guard(Sessions sessions, Access access, Caller caller) {
        this.sessions = sessions;
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
        if (!SameSite.allows(
                request.getMethod(),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString("Host"))) {
            throw SameSite.refusal();
        }
        Cookie cookie = request.getCookies().get(SignInPages.COOKIE);
        Optional<Who> who = cookie == null ? Optional.empty() : sessions.who(cookie.getValue());
        if (who.isEmpty()) {
            request.abortWith(stranger(request));
            return;
        }
        caller.is(who.get());
        admit(who.get(), path.get(), request);
    }

    private void admit(Who who, GuardedPath path, ContainerRequestContext request) {
        Role role = who.onServer();
        if (path.variable().isPresent()) {
            String study =
                    request.getUriInfo().getPathParameters().getFirst(path.variable().get());
            role = access.role(who, study)
                    .orElseThrow(() -> Problem.notFound("No such study", "There is no study “" + study + "” here.")
                            .exception());
        }
        if (!role.allows(path.right())) {
            throw forbidden("What you may do here does not go so far. Ask whoever let you in.");
        }
        if (path.inPerson() && who.token().isPresent()) {
            throw forbidden("A token is not enough for this: sign in with a browser.");
        }
    }

    private static RuntimeException forbidden(String detail) {
        return new Problem("You may not do this", 403, detail, "forbidden").exception();
    }

    private static Response stranger(ContainerRequestContext request) {
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
