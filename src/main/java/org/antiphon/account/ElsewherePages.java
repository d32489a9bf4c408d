package org.antiphon.account;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** The way to the provider that OpenID Connect signs in by, and the way back. */
@Path("/sign-in/elsewhere")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ElsewherePages {

    private static final String COOKIE = "antiphon-elsewhere";
    private static final String HERE = "/sign-in/elsewhere";
    private static final int LASTS_SECONDS = 600;

    private final SigningInElsewhere elsewhere;
    private final Cookies cookies;
    private final Links links;

    @Inject
    ElsewherePages(SigningInElsewhere elsewhere, Cookies cookies, Links links) {
        this.elsewhere = elsewhere;
        this.cookies = cookies;
        this.links = links;
    }

    /** A link and no form: the policy of our pages lets forms lead nowhere else. */
    @GET
    public Response begin(@RestQuery("to") String to, @Context UriInfo uri, @Context HttpServerRequest request) {
        Provider.Attempt attempt = Provider.Attempt.fresh();
        URI away = elsewhere.begin(attempt, back(uri)).orElseThrow(() -> Problem.notFound(
                        "There is nothing here", "Sign in at /sign-in.")
                .exception());
        String kept = String.join("~", attempt.state(), attempt.nonce(), attempt.verifier(), SignInPages.local(to));
        return Response.seeOther(away)
                .cookie(cookies.cookie(COOKIE, HERE, packed(kept), LASTS_SECONDS, request))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("back")
    public Response back(
            @CookieParam(COOKIE) String kept,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String[] parts = unpacked(kept).split("~", -1);
        if (parts.length != 4) {
            throw new Problem(
                            "You were not signed in",
                            401,
                            "It took too long, or this browser keeps no cookies. Begin again at /sign-in.",
                            "oidc-refused")
                    .exception();
        }
        Provider.Attempt attempt = new Provider.Attempt(parts[0], parts[1], parts[2]);
        String to = SignInPages.local(parts[3]);
        Optional<String> invitation = Optional.of(to)
                .filter(path -> path.matches("/join/[a-z2-7]{26}"))
                .map(path -> path.substring("/join/".length()));
        SigningInElsewhere.In in = elsewhere
                .finish(attempt, back(uri), uri.getRequestUri(), invitation, SignInPages.browser(headers))
                .orElseThrow(() -> new Problem(
                                "Nobody here knows you yet",
                                403,
                                "Ask whoever runs this server, or a study in it, for an invitation and open its link.",
                                "not-invited")
                        .exception());
        // the link has done what it could
        String first = in.joined() ? "/studies" : to;
        return Response.fromResponse(cookies.signedIn(in.token(), first, request))
                .cookie(cookies.cookie(COOKIE, HERE, "", 0, request))
                .build();
    }

    /** Letters that need no quotes in a cookie, which not every browser gives back. */
    private static String packed(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is nothing that was packed. */
    private static String unpacked(String cookie) {
        try {
            return cookie == null ? "" : new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private URI back(UriInfo uri) {
        return URI.create(links.to(HERE + "/back", uri));
    }
}
