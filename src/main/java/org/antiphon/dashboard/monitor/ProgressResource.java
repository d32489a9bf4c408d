package org.antiphon.dashboard.monitor;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Predicate;
import org.antiphon.account.Access;
import org.antiphon.account.ForResearchers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How all studies stand. */
@Path("/api/study-progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
@ForResearchers
@Blocking
public class ProgressResource {

    private final Summaries summaries;
    private final Access access;

    @Inject
    ProgressResource(Summaries summaries, Access access) {
        this.summaries = summaries;
        this.access = access;
    }

    @GET
    @Operation(summary = "How far your studies are", description = "A line for each that was published.")
    public Response all() {
        Predicate<String> readable = access.readable();
        return Response.ok(summaries.all().stream()
                        .filter(summary -> readable.test(summary.slug()))
                        .toList())
                .header("Cache-Control", "no-store")
                .build();
    }
}
