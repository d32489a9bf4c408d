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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.ProblemException;
import org.jboss.resteasy.reactive.RestForm;

/** Somebody's own account: password, browsers, and tokens for scripts. All of it works without scripts. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Needs(value = Right.READ, inPerson = true)
@Blocking
public class OwnAccountPages {

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Tokens tokens;
    private final KnownStudies studies;
    private final Access access;
    private final SigningInElsewhere elsewhere;

    @Inject
    OwnAccountPages(
            SigningIn signingIn,
            Sessions sessions,
            Tokens tokens,
            KnownStudies studies,
            Access access,
            SigningInElsewhere elsewhere) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.studies = studies;
        this.access = access;
        this.elsewhere = elsewhere;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance own(Page page);
    }

    /**
     * @param done what was just done; empty if nothing
     * @param made a token that was just made; empty if none
     * @param elsewhere what the provider of OpenID Connect is called; empty if there is none
     * @param linked whether this account is linked there
     * @param password whether it has one
     */
    record Page(
            String name,
            String role,
            boolean owner,
            List<BrowserView> browsers,
            List<TokenView> tokens,
            List<KnownStudies.Named> studies,
            String made,
            String done,
            String passwordProblem,
            String tokenProblem,
            String elsewhere,
            boolean linked,
            boolean password) {}

    /** A browser in words. */
    record BrowserView(String id, String name, String since, String seen, boolean own) {}

    /** A token in words. */
    record TokenView(long id, String name, String may, String seen, String until) {}

    @GET
    public Response own(@CookieParam(SignInPages.COOKIE) String cookie) {
        return page(200, cookie, "", "", "", "");
    }

    private Response page(
            int status, String cookie, String made, String done, String passwordProblem, String tokenProblem) {
        Who who = access.who().orElseThrow();
        var readable = access.readable();
        return Response.status(status)
                .entity(Templates.own(new Page(
                        who.name(),
                        Shown.onServer(who.role()),
                        who.role() == Role.OWNER,
                        sessions.of(who.account(), cookie).stream()
                                .map(browser -> new BrowserView(
                                        browser.id(),
                                        Shown.browser(browser.name()),
                                        Shown.minute(browser.since()),
                                        Shown.minute(browser.seen()),
                                        browser.own()))
                                .toList(),
                        tokens.of(who.account()).stream()
                                .map(OwnAccountPages::token)
                                .toList(),
                        studies.every().stream()
                                .filter(study -> readable.test(study.slug()))
                                .toList(),
                        made,
                        done,
                        passwordProblem,
                        tokenProblem,
                        elsewhere.name(),
                        elsewhere.linked(who.account()),
                        elsewhere.hasPassword(who.account()))))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static TokenView token(Tokens.Listed token) {
        return new TokenView(
                token.id(),
                token.name(),
                (token.mayWrite() ? "reads and writes " : "reads ")
                        + token.study().orElse("all that you may"),
                token.seen().map(seen -> "last used " + Shown.minute(seen)).orElse("never used"),
                Shown.day(token.until()));
    }

    @POST
    @Path("password")
    public Response password(
            @RestForm("old") String old,
            @RestForm("password") String password,
            @CookieParam(SignInPages.COOKIE) String cookie,
            @Context HttpServerRequest request) {
        try {
            boolean changed = signingIn.changePassword(
                    access.who().orElseThrow(), old, password, SignInPages.address(request), cookie);
            return changed
                    ? page(200, cookie, "", "The password is changed; all other browsers are signed out.", "", "")
                    : page(400, cookie, "", "", "The old password is wrong.", "");
        } catch (ProblemException e) {
            return page(e.problem().status(), cookie, "", "", e.problem().detail(), "");
        }
    }

    @POST
    @Path("browsers/{id}/end")
    public Response end(@PathParam("id") String id) {
        sessions.end(access.who().orElseThrow().account(), id);
        return Response.seeOther(URI.create("/account")).build();
    }

    @POST
    @Path("tokens")
    public Response make(
            @RestForm("name") String name,
            @RestForm("may") String may,
            @RestForm("study") String study,
            @RestForm("days") String days,
            @CookieParam(SignInPages.COOKIE) String cookie) {
        try {
            int lasts = Forms.number(days).orElse(0L).intValue();
            Optional<String> only = Forms.given(study);
            String token = tokens.make(access.who().orElseThrow(), name, "write".equals(may), only, lasts);
            return page(200, cookie, token, "", "", "");
        } catch (ProblemException e) {
            return page(e.problem().status(), cookie, "", "", "", e.problem().detail());
        }
    }

    @POST
    @Path("tokens/{id}/end")
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(access.who().orElseThrow().account(), id);
        return Response.seeOther(URI.create("/account")).build();
    }
}
