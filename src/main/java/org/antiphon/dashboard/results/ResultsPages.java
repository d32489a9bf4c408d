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
import java.util.Optional;
import org.antiphon.account.ForResearchers;

/** The page of what a study has shown so far. */
@Path("/studies/{slug}/results")
@Produces(MediaType.TEXT_HTML)
@ForResearchers
@Blocking
public class ResultsPages {

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
    }

    @GET
    public Response page(@PathParam("slug") String slug, @Context UriInfo address, @Context Request request) {
        Optional<Results> found = shelf.of(slug, ResultsQuery.of(address.getQueryParameters()));
        if (found.isEmpty()) {
            return Response.ok(Pages.nothing(slug).render())
                    .header("Cache-Control", "no-store")
                    .build();
        }
        EntityTag tag = ResultsResource.tag(found.get());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null
                        ? same
                        : Response.ok(
                                Pages.results(new ResultsView(found.get())).render()))
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
