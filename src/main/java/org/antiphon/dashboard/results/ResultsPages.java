package org.antiphon.dashboard.results;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import org.antiphon.account.ForResearchers;

/** The page of what a study has shown so far. */
@Path("/studies/{slug}/results")
@Produces(MediaType.TEXT_HTML)
@ForResearchers
@Blocking
public class ResultsPages {

    /** Who waits longer wants to know what for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ResultsShelf shelf;

    @Inject
    ResultsPages(ResultsShelf shelf) {
        this.shelf = shelf;
    }

    @CheckedTemplate(basePath = "ResultsPages")
    static class Pages {
        private Pages() {}

        static native TemplateInstance results(ResultsView view);

        static native TemplateInstance nothing(String slug);

        /** @param percent of the sessions that have been read */
        static native TemplateInstance reading(String slug, int percent);
    }

    @GET
    public Response page(@PathParam("slug") String slug, @Context UriInfo address, @Context Request request) {
        Optional<Looked> found = shelf.soon(slug, ResultsQuery.of(address.getQueryParameters()), PATIENCE);
        if (found.isEmpty()) {
            return passing(Pages.nothing(slug));
        }
        if (found.get() instanceof Looked.Reading reading) {
            return passing(Pages.reading(slug, (int) (100 * reading.share())));
        }
        Results results = ((Looked.Ready) found.get()).results();
        EntityTag tag = ResultsResource.tag(results);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null
                        ? same
                        : Response.ok(Pages.results(new ResultsView(results)).render()))
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static Response passing(TemplateInstance page) {
        return Response.ok(page.render()).header("Cache-Control", "no-store").build();
    }
}
