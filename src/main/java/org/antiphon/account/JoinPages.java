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

/** Where an invitation leads: to a new account, or into a study for those who have one. It works without scripts. */
@Path("/join/{token}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class JoinPages {

    private final Invitations invitations;
    private final Joining joining;
    private final SigningInElsewhere elsewhere;
    private final Sessions sessions;
    private final Cookies cookies;

    @Inject
    JoinPages(
            Invitations invitations,
            Joining joining,
            SigningInElsewhere elsewhere,
            Sessions sessions,
            Cookies cookies) {
        this.invitations = invitations;
        this.elsewhere = elsewhere;
        this.joining = joining;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance join(Page page);
    }

    /**
     * @param signedIn name of the account that the browser is signed in with; empty if it is not
     * @param elsewhere name of the provider where one can sign in; empty if there is none
     */
    record Page(
            String token, String gives, String by, String signedIn, String name, String problem, String elsewhere) {}

    @GET
    public Response look(@PathParam("token") String token, @CookieParam(SignInPages.COOKIE) String cookie) {
        return page(200, token, cookie, "", "");
    }

    private Response page(int status, String token, String cookie, String name, String problem) {
        Invitations.Offer offer = invitations.offer(token).orElseThrow(JoinPages::stale);
        return Response.status(status)
                .entity(Templates.join(new Page(
                        token,
                        gives(offer),
                        offer.by(),
                        who(cookie).map(Who::name).orElse(""),
                        name,
                        problem,
                        elsewhere.name())))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Optional<Who> who(String cookie) {
        return cookie == null ? Optional.empty() : sessions.who(cookie);
    }

    private static String gives(Invitations.Offer offer) {
        String begin = offer.gift().role() == Role.VIEWER ? "" : "begin studies of your own";
        String study = offer.gift()
                .study()
                .map(member -> (member.role() == Role.VIEWER ? "look at the study “" : "change the study “")
                        + offer.title().orElse(member.study())
                        + "”")
                .orElse("");
        return study.isEmpty() ? begin : begin.isEmpty() ? study : study + ", and " + begin;
    }

    /** With an account: what the link gives is added to it. */
    @POST
    @Path("mine")
    public Response mine(
            @PathParam("token") String token,
            @CookieParam(SignInPages.COOKIE) String cookie,
            @Context HttpHeaders headers) {
        SignInPages.ownPage(headers);
        Optional<Invitations.Offer> offer = invitations.offer(token);
        Optional<Who> who = who(cookie);
        if (who.isEmpty()) {
            return Response.seeOther(URI.create("/sign-in?to=/join/" + token)).build();
        }
        if (offer.isEmpty() || !invitations.accept(token, who.get().account())) {
            throw stale();
        }
        return Response.seeOther(URI.create(first(offer.get()))).build();
    }

    /** Without: an account is made. */
    @POST
    public Response join(
            @PathParam("token") String token,
            @RestForm("name") String name,
            @RestForm("password") String password,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        SignInPages.ownPage(headers);
        Invitations.Offer offer = invitations.offer(token).orElseThrow(JoinPages::stale);
        try {
            String signed = joining.join(token, name, password, SignInPages.browser(headers))
                    .orElseThrow(JoinPages::stale);
            return cookies.signedIn(signed, first(offer), request);
        } catch (ProblemException e) {
            if (e.problem().status() == 404) {
                throw e;
            }
            return page(e.problem().status(), token, null, name, e.problem().detail());
        }
    }

    private static String first(Invitations.Offer offer) {
        return offer.gift().study().map(member -> "/studies/" + member.study()).orElse("/studies");
    }

    private static ProblemException stale() {
        return Problem.notFound(
                        "This link works no longer",
                        "It was used already, was taken back, or is too old. Ask whoever sent it for a new one.")
                .exception();
    }
}
