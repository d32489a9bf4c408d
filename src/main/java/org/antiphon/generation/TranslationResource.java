package org.antiphon.generation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.clip.Seed;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Orders, shows and deletes translations. */
@Path("/api/translations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Translations")
public class TranslationResource {

    /** The one set of shipped models; others will be named here. */
    static final String DEFAULT_MODEL = "etude";

    private final Ordering ordering;
    private final TranslationViews views;
    private final Visitors visitors;
    private final ObjectMapper json;

    @Inject
    TranslationResource(Ordering ordering, TranslationViews views, Visitors visitors, ObjectMapper json) {
        this.json = json;
        this.ordering = ordering;
        this.views = views;
        this.visitors = visitors;
    }

    /** What may be said when asking for the same translation once more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Again(
            @Schema(description = "Whole number; absent: a random one")
            Long seed) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Order a translation",
            description = "Give either a file (media) with a direction, or the id of a sample. A sound also needs a "
                    + "picture to begin with (prior). The answer comes at once; follow Location or its events.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location is the translation",
            content = @Content(schema = @Schema(implementation = TranslationView.class)))
    @APIResponse(responseCode = "400", description = "Something is missing or not understood")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Not a kind of file that is understood")
    @APIResponse(responseCode = "422", description = "A file of a known kind that cannot be used")
    @APIResponse(responseCode = "429", description = "Too many; Retry-After says when to come back")
    public Response create(
            @RestForm("media") FileUpload media,
            @RestForm("prior") FileUpload prior,
            @RestForm("direction") String direction,
            @RestForm("seed") String seed,
            @RestForm("model") String model,
            @RestForm("sample") String sample,
            @Context HttpServerRequest request) {
        Optional<Seed> chosen = seed(seed);
        String name = model(model);
        String visitor = visitors.key(address(request));
        if (sample != null && !sample.isBlank()) {
            return accepted(ordering.sample(visitor, sample, chosen, name));
        }
        Direction way = direction(direction);
        GivenFile clip = file(media).orElseThrow(() -> Problem.badRequest(
                        "missing-media", "A file is missing", "Give the clip to translate in the field \"media\".")
                .exception());
        return accepted(ordering.files(visitor, way, clip, file(prior), chosen, name));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "See how a translation stands, and what there is of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TranslationView.class)))
    @APIResponse(responseCode = "404", description = "None of this id, or deleted")
    public Response get(@PathParam("id") String id) {
        return Response.ok(view(id)).header("Cache-Control", "no-store").build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel and delete", description = "A running job stops at its next step and is gone then.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "None of this id, or deleted")
    public void delete(@PathParam("id") String id) {
        ordering.delete(id);
    }

    @POST
    @Path("{id}/reverse")
    @Operation(summary = "Translate the result back", description = "Only when it is done; 409 before.")
    @APIResponse(responseCode = "202", description = "Accepted; Location is the new translation")
    @APIResponse(responseCode = "409", description = "Not done yet")
    public Response reverse(@PathParam("id") String id, @Context HttpServerRequest request) {
        return accepted(ordering.reverse(visitors.key(address(request)), id));
    }

    @POST
    @Path("{id}/again")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Translate the same input with another seed")
    @APIResponse(responseCode = "202", description = "Accepted; Location is the new translation")
    @RequestBody(content = @Content(schema = @Schema(implementation = Again.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON with a seed")
    public Response again(@PathParam("id") String id, String body, @Context HttpServerRequest request) {
        return accepted(ordering.again(visitors.key(address(request)), id, wish(body)));
    }

    private Optional<Seed> wish(String body) {
        if (body == null || body.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(body, Again.class))
                    .map(Again::seed)
                    .map(Seed::new);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("bad-seed", "The seed is not a number", "Send {\"seed\": 42}, or nothing.")
                    .exception();
        }
    }

    private TranslationView view(String id) {
        return views.of(id).orElseThrow(Ordering::unknown);
    }

    private Response accepted(String id) {
        return Response.accepted(view(id))
                .location(URI.create("/api/translations/" + id))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Optional<GivenFile> file(FileUpload upload) {
        return Optional.ofNullable(upload).map(given -> new GivenFile(given.uploadedFile(), given.fileName()));
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    private static Direction direction(String label) {
        try {
            return Direction.ofLabel(label == null ? "" : label);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("unknown-direction", "Which way?", e.getMessage())
                    .exception();
        }
    }

    private static Optional<Seed> seed(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Seed(Long.parseLong(text.strip())));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("bad-seed", "The seed is not a number", "A seed is a whole number, such as 42.")
                    .exception();
        }
    }

    private static String model(String name) {
        if (name == null || name.isBlank() || name.equals(DEFAULT_MODEL)) {
            return DEFAULT_MODEL;
        }
        throw Problem.badRequest("unknown-model", "No such model", "The models here are: " + DEFAULT_MODEL + ".")
                .exception();
    }
}
