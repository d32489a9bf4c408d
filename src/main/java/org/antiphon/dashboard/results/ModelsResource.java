package org.antiphon.dashboard.results;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.account.ForResearchers;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.results.TranslationNumbers.Measure;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Translations in numbers, for programs, and their figures. */
@Path("/api/models")
@Produces(MediaType.WILDCARD)
@Tag(name = "Results")
@ForResearchers
@Blocking
public class ModelsResource {

    private final TranslationNumbers numbers;

    @Inject
    ModelsResource(TranslationNumbers numbers) {
        this.numbers = numbers;
    }

    @GET
    @Path("numbers.csv")
    @Operation(
            summary = "Translations in numbers",
            description =
                    "A row for each number of each translation. What visitors sent is named by a few letters of its "
                            + "checksum, and cannot be opened by them.")
    public Response numbers() {
        Tabled table = new Tabled()
                .column("translation", "Translation")
                .column("direction", "Direction")
                .column("corpus", "Corpus")
                .column("clip", "Clip")
                .column("model", "Model")
                .column("seed", "Seed")
                .column("metric", "Metric")
                .column("label", "Label")
                .column("unit", "Unit")
                .column("value", "Value", 3);
        numbers.all()
                .forEach(number -> table.row(
                        number.translation(),
                        number.direction(),
                        number.corpus(),
                        number.clip(),
                        number.model(),
                        number.seed(),
                        number.metric(),
                        number.label(),
                        number.unit(),
                        number.value()));
        return file(table.data().csv(), "csv", "numbers.csv");
    }

    @GET
    @Path("figures/{file}")
    @Operation(
            summary = "A figure of models in numbers",
            description =
                    "NAME.svg, NAME.png (both with a width from 240 to 2000 pixels), NAME.csv (its table), NAME.R or "
                            + "NAME.py (a program that computes the table from numbers.csv), for models-corpora, models-seeds "
                            + "and models-compared. Parameters: direction, metric, first, second.")
    public Response figure(
            @PathParam("file") String file,
            @RestQuery Optional<String> direction,
            @RestQuery Optional<String> metric,
            @RestQuery Optional<String> first,
            @RestQuery Optional<String> second,
            @Context UriInfo address) {
        Map<String, List<String>> parameters = address.getQueryParameters();
        int width = ResultsQuery.width(parameters, Figure.WIDE);
        List<Measure> all = numbers.all();
        ModelsQuery query = ModelsQuery.of(all, direction, metric, first, second);
        int dot = file.lastIndexOf('.');
        String ending = dot < 0 ? "" : file.substring(dot + 1);
        Shown shown = query.figures(query.own(all)).stream()
                .filter(one -> ResultsResource.TYPES.containsKey(ending))
                .filter(one -> one.figure().name().equals(file.substring(0, dot)))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "There is no such figure",
                                "There are models-corpora, models-seeds and, of two models, models-compared, as svg, png, "
                                        + "csv, R and py.")
                        .exception());
        return file(ResultsResource.content(shown, ending, width), ending, file);
    }

    private static Response file(Object content, String ending, String name) {
        return Response.ok(content)
                .type(ResultsResource.TYPES.get(ending))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
