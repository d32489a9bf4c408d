package org.antiphon.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.antiphon.platform.PlatformConfig;

/** The cookies of browsers that are signed in: no script reads them, no other site sends them along with a change. */
@ApplicationScoped
class Cookies {

    private final boolean alwaysSecure;

    @Inject
    Cookies(PlatformConfig config) {
        this.alwaysSecure = config.publicAddress()
                .filter(address -> "https".equals(address.getScheme()))
                .isPresent();
    }

    /** Leads a browser on that is signed in from now on. */
    Response signedIn(String token, String to, HttpServerRequest request) {
        return Response.seeOther(URI.create(to))
                .cookie(session(token, (int) Sessions.LASTS.toSeconds(), request))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** @param seconds how long it is kept; 0 takes it away */
    NewCookie session(String value, int seconds, HttpServerRequest request) {
        return cookie(SignInPages.COOKIE, "/", value, seconds, request);
    }

    /** Kept from plain connections wherever there are others. */
    NewCookie cookie(String name, String path, String value, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(alwaysSecure || "https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
