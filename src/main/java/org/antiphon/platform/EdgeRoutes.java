package org.antiphon.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens to a request before and after everything else: security headers on every response, a readable answer to a
 * body that is too large, and a readable answer where no route matches.
 */
@ApplicationScoped
class EdgeRoutes {

    /** Scripts and styles only from files of this server, nothing from elsewhere, and never inside a frame. */
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; "
            + "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), "
                            + "display-capture=()");

    /** A browser that was here once over https comes over nothing else for a year. */
    private static final String STRICT = "max-age=31536000";

    private final ObjectMapper json;
    private final long maxBody;
    private final boolean alwaysSecure;

    @Inject
    EdgeRoutes(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") io.quarkus.runtime.configuration.MemorySize max,
            PlatformConfig config) {
        this.json = json;
        this.alwaysSecure = config.publicAddress()
                .filter(address -> "https".equals(address.getScheme()))
                .isPresent();
        this.maxBody = max.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter);
        router.route().last().handler(context -> answer(context, HttpProblems.of(404, context.normalizedPath())));
        router.errorHandler(413, context -> answer(context, HttpProblems.of(413, context.normalizedPath())));
    }

    private void enter(RoutingContext context) {
        context.response().headers().addAll(HEADERS);
        if (alwaysSecure || "https".equals(context.request().scheme())) {
            context.response().putHeader("Strict-Transport-Security", STRICT);
        }
        String length = context.request().getHeader("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > maxBody) {
            context.response().putHeader("Connection", "close");
            answer(context, HttpProblems.of(413, context.normalizedPath()));
            return;
        }
        context.next();
    }

    private void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.response().setStatusCode(problem.status()).putHeader("Cache-Control", "no-store");
        if (HttpProblems.wantsPage(context.normalizedPath(), context.request().getHeader("Accept"))) {
            context.response()
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(HttpProblems.page(problem, context.normalizedPath()));
            return;
        }
        try {
            context.response().putHeader("Content-Type", Problem.JSON).end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
