package org.antiphon.account;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who saw or changed what, as a file; see {@link StudyLogResource} for one study. */
@Path("/api")
@Tag(name = "Account")
@Blocking
public class LogResource {

    private final LogFile file;

    @Inject
    LogResource(LogFile file) {
        this.file = file;
    }

    @GET
    @Path("log.{ending:json|csv}")
    @Needs(value = Right.ADMINISTER, inPerson = true)
    @Operation(
            summary = "Who saw or changed what",
            description =
                    "All of it, the newest first, as JSON or CSV; with study and deed only that. For the owner, in person.")
    public Response all(
            @PathParam("ending") String ending,
            @RestQuery("study") String study,
            @RestQuery("deed") String deed,
            @RestQuery("before") String before) {
        return file.of(LogView.filter(Forms.given(study), deed, before), ending, "log");
    }
}
