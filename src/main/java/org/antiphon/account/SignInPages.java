package org.antiphon.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in and out, and the page of the link by which the owner comes in first. All of it works without scripts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPages {

    static final String COOKIE = "antiphon-session";

    private static final String FIRST_PAGE = "/studies";

    private final SigningIn signingIn;
    private final SigningInElsewhere elsewhere;
    private final Sessions sessions;
    private final Cookies cookies;

    @Inject
    SignInPages(SigningIn signingIn, SigningInElsewhere elsewhere, Sessions sessions, Cookies cookies) {
        this.signingIn = signingIn;
        this.elsewhere = elsewhere;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        /** @param elsewhere the name of the provider where one can sign in too; empty if there is none */
        static native TemplateInstance signIn(String name, String to, String problem, String elsewhere);

        static native TemplateInstance welcome(String name, String token, String problem);
    }

    @GET
    @Path("sign-in")
    public Response signIn(@RestQuery("to") String to) {
        return page(200, Templates.signIn("", local(to), "", elsewhere.name()));
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @RestForm("name") String name,
            @RestForm("password") String password,
            @RestForm("to") String to,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        ownPage(headers);
        String who = name == null ? "" : name;
        try {
            Optional<String> token = signingIn.signIn(who, password, address(request), browser(headers));
            return token.isPresent()
                    ? cookies.signedIn(token.get(), local(to), request)
                    : page(401, Templates.signIn(who, local(to), "Name or password is wrong.", elsewhere.name()));
        } catch (ProblemException e) {
            return page(
                    e.problem().status(),
                    Templates.signIn(who, local(to), e.problem().detail(), elsewhere.name()));
        }
    }

    @GET
    @Path("welcome/{token}")
    public Response welcome(@PathParam("token") String token) {
        String name = signingIn.linked(token).orElseThrow(SignInPages::stale);
        return page(200, Templates.welcome(name, token, ""));
    }

    @POST
    @Path("welcome/{token}")
    public Response welcome(
            @PathParam("token") String token,
            @RestForm("password") String password,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        ownPage(headers);
        String name = signingIn.linked(token).orElseThrow(SignInPages::stale);
        try {
            String signed = signingIn.welcome(token, password, browser(headers)).orElseThrow(SignInPages::stale);
            return cookies.signedIn(signed, FIRST_PAGE, request);
        } catch (ProblemException e) {
            return page(
                    e.problem().status(),
                    Templates.welcome(name, token, e.problem().detail()));
        }
    }

    @POST
    @Path("sign-out")
    public Response signOut(
            @CookieParam(COOKIE) String token,
            @RestForm("everywhere") String everywhere,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        ownPage(headers);
        if (token != null) {
            sessions.end(token, everywhere != null);
        }
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(cookies.session("", 0, request))
                .build();
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template)
                .header("Cache-Control", "no-store")
                .build();
    }

    static void ownPage(HttpHeaders headers) {
        if (!SameSite.allows(
                "POST",
                headers.getHeaderString("Sec-Fetch-Site"),
                headers.getHeaderString("Origin"),
                headers.getHeaderString("Host"))) {
            throw SameSite.refusal();
        }
    }

    /** A path of this server; anything else would lead people away. */
    static String local(String to) {
        return to != null && to.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*") ? to : FIRST_PAGE;
    }

    static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    static String browser(HttpHeaders headers) {
        String agent = headers.getHeaderString("User-Agent");
        return agent == null ? "" : agent;
    }

    private static ProblemException stale() {
        return Problem.notFound(
                        "This link works no longer",
                        "It was used already, or is too old. Sign in, or start the server again for a new one.")
                .exception();
    }
}
