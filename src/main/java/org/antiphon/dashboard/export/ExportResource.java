package org.antiphon.dashboard.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.antiphon.account.ForResearchers;
import org.antiphon.clip.Progress;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data of a study as files. */
@Path("/api/studies/{slug}/exports")
@Tag(name = "Exports")
@ForResearchers
@Blocking
public class ExportResource {

    /** Each one that is being written holds a connection of the pool, for as long as somebody's network takes. */
    private static final int AT_ONCE = 4;

    private static final String SUM = ".sha256";

    private final Exports exports;
    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    ExportResource(Exports exports) {
        this.exports = exports;
    }

    /** A file that can be had. */
    public record Offered(String name, String title, String meaning, String mediaType, String href, String sum) {}

    /** What can be had of a study. */
    public record Offer(String study, int began, int counted, int editions, List<Offered> files) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The files that can be had of a study")
    public Response offer(@PathParam("slug") String slug) {
        Exports.Extent extent = exports.extent(slug);
        String base = "/api/studies/" + slug + "/exports/";
        List<Offered> files = Exports.products().stream()
                .map(one -> new Offered(
                        one.name(),
                        one.title(),
                        one.meaning(),
                        one.mediaType(),
                        base + one.name(),
                        base + one.name() + SUM))
                .toList();
        return Response.ok(new Offer(slug, extent.began(), extent.counted(), extent.editions(), files))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A file, written while it is read",
            description =
                    "Query: edition (a version; all), excluded (false, true: answers too that do not count), pages "
                            + "(main, all: trainings and checks too), dates (day, exact, none), words (true, false: without free "
                            + "text). The same data give the same bytes and the same ETag; NAME.sha256 is the checksum.")
    public Response file(
            @PathParam("slug") String slug,
            @PathParam("name") String name,
            @Context UriInfo address,
            @Context Request request) {
        ExportOrder order = OrderReading.of(address.getQueryParameters());
        if (name.endsWith(SUM)) {
            return sum(slug, name.substring(0, name.length() - SUM.length()), order);
        }
        return head(slug, name, order, request, (StreamingOutput) out -> write(slug, name, order, out));
    }

    @HEAD
    @Path("{name}")
    @Operation(hidden = true)
    public Response head(
            @PathParam("slug") String slug,
            @PathParam("name") String name,
            @Context UriInfo address,
            @Context Request request) {
        return head(slug, name, OrderReading.of(address.getQueryParameters()), request, null);
    }

    private Response head(String slug, String name, ExportOrder order, Request request, StreamingOutput body) {
        try (Exports.Ready ready = exports.ready(slug, name, order)) {
            EntityTag tag = new EntityTag(ready.tag());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            Response.ResponseBuilder response =
                    unchanged == null ? Response.ok(body).type(ready.product().mediaType()) : unchanged;
            return response.tag(tag)
                    .header("Cache-Control", "private, no-cache")
                    .header("Content-Disposition", "attachment; filename=\"" + slug + "-" + name + "\"")
                    .build();
        }
    }

    /** Reads at a moment of its own: nothing is held between answering and writing, however long that takes. */
    private void write(String slug, String name, ExportOrder order, OutputStream out) throws IOException {
        take();
        try (Exports.Ready ready = exports.ready(slug, name, order)) {
            ready.write(out, Progress.NONE);
        } finally {
            places.release();
        }
    }

    private Response sum(String slug, String name, ExportOrder order) {
        take();
        try (Exports.Ready ready = exports.ready(slug, name, order)) {
            Written written = ready.write(OutputStream.nullOutputStream(), Progress.NONE);
            return Response.ok(written.sha256() + "  " + slug + "-" + name + "\n")
                    .type("text/plain; charset=utf-8")
                    .tag(new EntityTag(written.sha256()))
                    .header("Cache-Control", "private, no-cache")
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("nothing can go wrong where nothing is kept", e);
        } finally {
            places.release();
        }
    }

    private void take() {
        if (!places.tryAcquire()) {
            throw new Problem(
                            "Too many exports at once",
                            503,
                            "The server writes " + AT_ONCE + " files at a time; come again when one is done.",
                            "busy",
                            Optional.of(Duration.ofSeconds(10)))
                    .exception();
        }
    }
}
