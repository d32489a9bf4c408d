package org.antiphon.study;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.antiphon.account.Audited;
import org.antiphon.account.Deed;
import org.antiphon.account.ForResearchers;
import org.antiphon.study.edition.Previewing;
import org.antiphon.study.edition.Publishing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishing a study, opening and closing it, and inviting. */
@Path("/api/studies/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
@ForResearchers
@Blocking
public class PublicationResource {

    private final Publishing publishing;
    private final Previewing previewing;

    @Inject
    PublicationResource(Publishing publishing, Previewing previewing) {
        this.publishing = publishing;
        this.previewing = previewing;
    }

    /** Names the plan that was looked at. */
    public record Agreed(String digest) {}

    /** open, paused or closed. */
    public record State(String state) {}

    /** How many links, and whom they are for. */
    public record Invited(int count, String note) {}

    @GET
    @Path("publication")
    @Operation(summary = "What publishing would freeze", description = "Or what stands in its way.")
    public Response plan(@PathParam("slug") String slug) {
        return Response.ok(publishing.plan(slug))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("publication")
    @Audited(Deed.STUDY_PUBLISHED)
    @Operation(summary = "Publish and open", description = "409 unless the digest is that of the plan as it is now.")
    public Response publish(@PathParam("slug") String slug, Agreed agreed) {
        String digest = agreed == null || agreed.digest() == null ? "" : agreed.digest();
        return Response.status(201).entity(publishing.publish(slug, digest)).build();
    }

    /** Where a preview is walked. */
    public record Preview(String link) {}

    @POST
    @Path("preview")
    @Operation(
            summary = "Begin a preview of the draft",
            description = "A link under which anybody walks it as participants will; nothing is counted or exported. "
                    + "409 if the draft has problems or stimuli are not prepared.")
    public Response preview(@PathParam("slug") String slug) {
        return Response.status(201)
                .entity(new Preview("/s/" + previewing.begin(slug)))
                .build();
    }

    @PUT
    @Path("state")
    @Operation(summary = "Open, pause or close", description = "Closing is for good.")
    public List<Publishing.Published> state(@PathParam("slug") String slug, State state) {
        publishing.state(slug, state == null || state.state() == null ? "" : state.state());
        return publishing.editions(slug);
    }

    @POST
    @Path("invitations")
    @Produces("text/csv")
    @Audited(Deed.PARTICIPANTS_INVITED)
    @Operation(summary = "Make single-use links", description = "A CSV that is told once: only hashes are kept.")
    public Response invite(@PathParam("slug") String slug, Invited invited, @Context UriInfo uri) {
        Optional<String> note = Optional.ofNullable(invited).map(Invited::note).filter(text -> !text.isBlank());
        List<String> tokens = publishing.invite(slug, invited == null ? 0 : invited.count(), note);
        String begin = uri.getBaseUri().resolve("/s/" + slug + "?i=").toString();
        StringBuilder csv = new StringBuilder("number,link,note\r\n");
        for (int i = 0; i < tokens.size(); i++) {
            csv.append(i + 1).append(',').append(begin).append(tokens.get(i)).append(',');
            csv.append(quoted(note.orElse(""))).append("\r\n");
        }
        return Response.ok(csv.toString(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + slug + "-invitations.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A note that begins like a formula would be one to a spreadsheet. */
    private static String quoted(String note) {
        String safe = note.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + note : note;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
