package org.antiphon.account;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who saw or changed a study, as a file. A class of its own: one under /api would lose the address to those of studies. */
@Path("/api/studies/{slug}/log.{ending:json|csv}")
@Tag(name = "Account")
@Blocking
public class StudyLogResource {

    private final LogFile file;

    @Inject
    StudyLogResource(LogFile file) {
        this.file = file;
    }

    @GET
    @Needs(Right.WRITE)
    @Operation(summary = "Who saw or changed a study", description = "The newest first, as JSON or CSV.")
    public Response ofStudy(
            @PathParam("slug") String slug,
            @PathParam("ending") String ending,
            @RestQuery("deed") String deed,
            @RestQuery("before") String before) {
        return file.of(LogView.filter(Optional.of(slug), deed, before), ending, slug + "-log");
    }
}
