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

    static final String COOKIE = "antiphon-elsewhere";
    static final String HERE = "/sign-in/elsewhere";
    static final int LASTS_SECONDS = 600;

    /** Before the account, where a signed-in browser went away to have its account linked. */
    static final String LINK = "link ";

    private final SigningInElsewhere elsewhere;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Links links;

    @Inject
    ElsewherePages(SigningInElsewhere elsewhere, Sessions sessions, Cookies cookies, Links links) {
        this.elsewhere = elsewhere;
        this.sessions = sessions;
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
        return Response.seeOther(away)
                .cookie(cookies.cookie(COOKIE, HERE, packed(attempt, SignInPages.local(to)), LASTS_SECONDS, request))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("back")
    public Response back(
            @CookieParam(COOKIE) String kept,
            @CookieParam(SignInPages.COOKIE) String session,
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
        if (parts[3].startsWith(LINK)) {
            return link(attempt, parts[3].substring(LINK.length()), session, uri, request);
        }
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

    /** Only for the account that is signed in here, as it was when it gave its password. */
    private Response link(
            Provider.Attempt attempt, String account, String session, UriInfo uri, HttpServerRequest request) {
        Who who = Optional.ofNullable(session)
                .flatMap(sessions::who)
                .filter(one -> Long.toString(one.account()).equals(account))
                .orElseThrow(() -> new Problem(
                                "Nothing was linked",
                                401,
                                "Another account is signed in meanwhile, or none. Begin again at /account.",
                                "oidc-refused")
                        .exception());
        elsewhere.link(attempt, back(uri), uri.getRequestUri(), who.account());
        return Response.seeOther(URI.create("/account"))
                .cookie(cookies.cookie(COOKIE, HERE, "", 0, request))
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * An attempt and what is to follow, in letters that need no quotes in a cookie, which not every browser gives back.
     *
     * @param then an address here, or a {@link #LINK}
     */
    static String packed(Provider.Attempt attempt, String then) {
        String text = String.join("~", attempt.state(), attempt.nonce(), attempt.verifier(), then);
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
