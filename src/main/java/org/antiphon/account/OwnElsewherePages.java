package org.antiphon.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.antiphon.platform.Problem;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Somebody who signs in with a password links their account with who they are at the provider of OpenID Connect. The password
 * is asked for again: whoever finds a browser open must not get a way in that lasts.
 */
@Path("/account/elsewhere")
@Produces(MediaType.TEXT_HTML)
@Needs(value = Right.READ, inPerson = true)
@Blocking
public class OwnElsewherePages {

    private final SigningIn signingIn;
    private final SigningInElsewhere elsewhere;
    private final Access access;
    private final Cookies cookies;
    private final Links links;

    @Inject
    OwnElsewherePages(SigningIn signingIn, SigningInElsewhere elsewhere, Access access, Cookies cookies, Links links) {
        this.signingIn = signingIn;
        this.elsewhere = elsewhere;
        this.access = access;
        this.cookies = cookies;
        this.links = links;
    }

    @CheckedTemplate(basePath = "OwnAccountPages")
    static class Templates {
        private Templates() {}

        static native TemplateInstance elsewhere(String name, String away, boolean right);
    }

    /** A page with a link there: the policy of our pages lets forms lead nowhere else. */
    @POST
    public Response begin(
            @RestForm("password") String password, @Context UriInfo uri, @Context HttpServerRequest request) {
        Who who = access.who().orElseThrow();
        Provider.Attempt attempt = Provider.Attempt.fresh();
        URI back = URI.create(links.to(ElsewherePages.HERE + "/back", uri));
        URI away = elsewhere.begin(attempt, back).orElseThrow(() -> Problem.notFound(
                        "There is nothing here", "This server has no provider of OpenID Connect.")
                .exception());
        if (!signingIn.knows(who, password == null ? "" : password, SignInPages.address(request))) {
            return Response.status(400)
                    .entity(Templates.elsewhere(elsewhere.name(), "", false))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return Response.ok(Templates.elsewhere(elsewhere.name(), away.toString(), true))
                .cookie(cookies.cookie(
                        ElsewherePages.COOKIE,
                        ElsewherePages.HERE,
                        ElsewherePages.packed(attempt, ElsewherePages.LINK + who.account()),
                        ElsewherePages.LASTS_SECONDS,
                        request))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("end")
    public Response end() {
        elsewhere.unlink(access.who().orElseThrow().account());
        return Response.seeOther(URI.create("/account")).build();
    }
}
