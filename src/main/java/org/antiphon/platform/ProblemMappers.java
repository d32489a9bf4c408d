package org.antiphon.platform;

import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every error of a request into a problem: JSON for programs and under /api, a page for people elsewhere. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** What the framework says of a form whose parts end before the form does. */
    private static final String CUT_FORM = "Connection terminated parsing multipart request";

    private final AllowedMethods methods;

    @Inject
    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, UriInfo uri, HttpHeaders headers) {
        return respond(e.problem(), uri, headers);
    }

    /** What the framework refuses. A 405 tells which methods the address knows (RFC 9110, 15.5.6). */
    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri, HttpHeaders headers, Request request) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            LOG.errorf(e, "request for %s failed", uri.getPath());
        }
        SortedSet<String> allowed = methods.of(uri.getPath());
        boolean wrongMethod = !allowed.isEmpty() && !allowed.contains(request.getMethod());
        if (wrongMethod && (status == 404 || status == 405)) {
            Response response = respond(HttpProblems.of(405, uri.getPath()), uri, headers);
            return Response.fromResponse(response)
                    .header("Allow", String.join(", ", allowed))
                    .build();
        }
        return respond(HttpProblems.of(status, uri.getPath()), uri, headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri, HttpHeaders headers) {
        String detail = e.getConstraintViolations().stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .collect(Collectors.joining("; "));
        return respond(Problem.badRequest("invalid", "The request is not valid", detail), uri, headers);
    }

    /**
     * A body that grows over the limit without having announced its length, one that ends too soon, or a visitor who left in
     * the middle of it. To the first the framework has answered already, with an empty 413 and the end of the connection.
     */
    @ServerExceptionMapper
    Response broken(IOException e, UriInfo uri, HttpHeaders headers) {
        if ("Request too large".equals(e.getMessage())) {
            return Response.status(413).build();
        }
        if (CUT_FORM.equals(e.getMessage())) {
            return respond(HttpProblems.of(400, uri.getPath()), uri, headers);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                LOG.debugf("the visitor left while asking for %s", uri.getPath());
                return respond(HttpProblems.of(400, uri.getPath()), uri, headers);
            }
        }
        return unexpected(e, uri, headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri, HttpHeaders headers) {
        LOG.errorf(e, "request for %s failed", uri.getPath());
        return respond(HttpProblems.of(500, uri.getPath()), uri, headers);
    }

    private static Response respond(Problem problem, UriInfo uri, HttpHeaders headers) {
        Response.ResponseBuilder response = Response.status(problem.status()).header("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        if (HttpProblems.wantsPage(uri.getPath(), headers.getHeaderString(HttpHeaders.ACCEPT))) {
            return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(HttpProblems.page(problem, uri.getPath()))
                    .build();
        }
        return response.type(Problem.JSON_TYPE).entity(problem).build();
    }
}
