package org.antiphon.study.rating;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.antiphon.account.Audited;
import org.antiphon.account.Deed;
import org.antiphon.account.ForResearchers;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose answers are left out of the analysis. */
@Path("/api/studies/{slug}/participants/{pseudonym}/exclusions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Monitoring")
@ForResearchers
@Blocking
public class ExclusionResource {

    private final Excluding excluding;

    @Inject
    ExclusionResource(Excluding excluding) {
        this.excluding = excluding;
    }

    /** What is to be, and why. */
    public record Wanted(Boolean excluded, String reason) {}

    @POST
    @Audited(Deed.PARTICIPANT_JUDGED)
    @Operation(
            summary = "Leave a participant's answers out, or take them in again",
            description = "With a reason, which is kept with who decided and when. Nothing is deleted; the newest "
                    + "decision counts, before any rule of the design. Saying the same again changes nothing.")
    @APIResponse(responseCode = "201", description = "Decided")
    @APIResponse(responseCode = "200", description = "It had been decided so before")
    @APIResponse(responseCode = "400", description = "Something is missing")
    @APIResponse(responseCode = "404", description = "Nobody of this pseudonym")
    public Response decide(
            @PathParam("slug") String slug,
            @PathParam("pseudonym") String pseudonym,
            Wanted wanted,
            @Context SecurityContext who) {
        if (wanted == null || wanted.excluded() == null) {
            throw Problem.badRequest(
                            "incomplete", "Something is missing", "Send \"excluded\", true or false, and \"reason\".")
                    .exception();
        }
        Excluding.Decided decided = excluding.decide(
                slug,
                pseudonym,
                wanted.excluded(),
                wanted.reason(),
                who.getUserPrincipal().getName());
        return Response.status(decided.now() ? 201 : 200)
                .header("Cache-Control", "no-store")
                .entity(decided.decision())
                .build();
    }
}
