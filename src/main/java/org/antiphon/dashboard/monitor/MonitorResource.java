package org.antiphon.dashboard.monitor;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.antiphon.account.ForResearchers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A study while it runs, and its participants under their pseudonyms. */
@Path("/api/studies/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
@ForResearchers
@Blocking
public class MonitorResource {

    private final Monitor monitor;
    private final Participants participants;

    @Inject
    MonitorResource(Monitor monitor, Participants participants) {
        this.monitor = monitor;
        this.participants = participants;
    }

    @GET
    @Path("monitor")
    @Operation(
            summary = "How far a study is, and how healthy",
            description =
                    "Of one version, the newest if none is named: participants by how they stand, days, drop-out and "
                            + "time by step, balance, checks, answers by the hour, and what somebody should look at.")
    @APIResponse(responseCode = "200", description = "The overview")
    @APIResponse(responseCode = "404", description = "No such study or version")
    @APIResponse(responseCode = "409", description = "Nothing is published yet")
    public Response overview(@PathParam("slug") String slug, @QueryParam("version") Integer version) {
        return fresh(monitor.overview(slug, Optional.ofNullable(version)));
    }

    @GET
    @Path("participants")
    @Operation(
            summary = "Participants of a study",
            description = "Fifty a page, under their pseudonyms, with what is odd about them.")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "400", description = "There is no such order or filter")
    public Response people(
            @PathParam("slug") String slug,
            @QueryParam("version") Integer version,
            @QueryParam("standing") @DefaultValue("") String standing,
            @QueryParam("flag") @DefaultValue("") String flag,
            @QueryParam("counted") @DefaultValue("") String counted,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("sort") @DefaultValue("-begun") String sort,
            @QueryParam("page") @DefaultValue("1") int page) {
        People.Wish wish = new People.Wish(standing, flag, counted, name.strip(), sort, page);
        return fresh(monitor.people(slug, Optional.ofNullable(version), wish));
    }

    @GET
    @Path("participants/{pseudonym}")
    @Operation(
            summary = "One participant",
            description =
                    "The path with its times, every answer with what was played, outcomes of checks, what is odd, "
                            + "and every decision about whether the answers count.")
    @APIResponse(responseCode = "200", description = "The participant")
    @APIResponse(responseCode = "404", description = "Nobody of this pseudonym, or everything was taken back")
    public Response one(@PathParam("slug") String slug, @PathParam("pseudonym") String pseudonym) {
        return fresh(participants.of(slug, pseudonym));
    }

    private static Response fresh(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }
}
