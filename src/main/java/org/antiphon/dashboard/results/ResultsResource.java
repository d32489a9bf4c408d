package org.antiphon.dashboard.results;

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
import java.util.Map;
import java.util.function.Supplier;
import org.antiphon.account.ForResearchers;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.figure.Script;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a study has shown so far, for programs, and its figures. */
@Path("/api/studies/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
@ForResearchers
@Blocking
public class ResultsResource {

    static final Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "csv", "text/csv;charset=UTF-8",
            "R", "text/plain;charset=UTF-8",
            "py", "text/plain;charset=UTF-8");

    private final ResultsShelf shelf;

    @Inject
    ResultsResource(ResultsShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    @Path("results")
    @Operation(
            summary = "What an edition has shown",
            description =
                    "For each task the figures that its paradigm allows, each as the rows of its table. Parameters: "
                            + "version (the newest), include (counted, excluded, all), screening (off, on: post-screening of "
                            + "BS.1534-3), group (QUESTIONNAIRE/QUESTION), metric, seed. Anything else is refused with 400.")
    public Response results(@PathParam("slug") String slug, @Context UriInfo address, @Context Request request) {
        Results results = wanted(slug, address);
        return answer(request, results, () -> Response.ok(ResultsJson.of(results)));
    }

    @GET
    @Path("figures/{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A figure of the results",
            description =
                    "NAME.svg, NAME.png (both with a width from 240 to 2000 pixels), NAME.csv (its table), NAME.R or "
                            + "NAME.py (a program that computes the table from the export). Parameters as for the results.")
    public Response figure(
            @PathParam("slug") String slug,
            @PathParam("file") String file,
            @Context UriInfo address,
            @Context Request request) {
        int width = ResultsQuery.width(address.getQueryParameters(), Figure.WIDE);
        Results results = wanted(slug, address);
        int dot = file.lastIndexOf('.');
        String ending = dot < 0 ? "" : file.substring(dot + 1);
        Shown shown = results.figure(dot < 0 ? file : file.substring(0, dot))
                .filter(found -> TYPES.containsKey(ending))
                .orElseThrow(() -> Problem.notFound(
                                "There is no such figure",
                                "/api/studies/" + slug + "/results lists all figures with their addresses.")
                        .exception());
        return answer(request, results, () -> Response.ok(content(shown, ending, width))
                .type(TYPES.get(ending))
                .header("Content-Disposition", "attachment; filename=\"" + slug + "-" + file + "\""));
    }

    static Object content(Shown shown, String ending, int width) {
        Figure figure = shown.figure();
        return switch (ending) {
            case "svg" -> figure.svg(width);
            case "png" -> figure.png(width);
            case "csv" -> figure.data().csv();
            default -> {
                Script script = figure.script().orElseThrow();
                yield ending.equals("R") ? script.r(figure.title()) : script.python(figure.title());
            }
        };
    }

    private Results wanted(String slug, UriInfo address) {
        return shelf.of(slug, ResultsQuery.of(address.getQueryParameters())).orElseThrow(() -> Problem.notFound(
                        "There are no results yet", "The study " + slug + " has not been published.")
                .exception());
    }

    /** 304 for who has seen this already; answers of others are nobody's business, so nothing between keeps it. */
    private static Response answer(Request request, Results results, Supplier<Response.ResponseBuilder> full) {
        EntityTag tag = tag(results);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : full.get())
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    static EntityTag tag(Results results) {
        return new EntityTag(
                Integer.toHexString((results.stamp() + results.query() + results.version()).hashCode()), true);
    }
}
