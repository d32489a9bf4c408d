package org.antiphon.study;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.account.ForResearchers;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.edition.Preparing;
import org.antiphon.study.edition.StimulusMeasuring;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a study is made of: uploaded files, and its stimuli as they are prepared. */
@Path("/api/studies/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
@ForResearchers
@Blocking
public class StimulusResource {

    private final Drafts drafts;
    private final Preparing preparing;
    private final StimulusMeasuring measuring;
    private final ArtifactStore store;

    @Inject
    StimulusResource(Drafts drafts, Preparing preparing, StimulusMeasuring measuring, ArtifactStore store) {
        this.drafts = drafts;
        this.preparing = preparing;
        this.measuring = measuring;
        this.store = store;
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Add files",
            description = "Each part \"file\" by its name, which may have folders; one of the same name is replaced.")
    public List<Drafts.UploadedFile> add(@PathParam("slug") String slug, @RestForm("file") List<FileUpload> files)
            throws IOException {
        List<Drafts.UploadedFile> added = new ArrayList<>();
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            added.add(drafts.addFile(slug, file.fileName(), file.uploadedFile()));
        }
        return added;
    }

    @DELETE
    @Path("files")
    @Operation(summary = "Forget a file", description = "What is published keeps its own copies.")
    public void remove(@PathParam("slug") String slug, @RestQuery("name") String name) {
        drafts.removeFile(slug, name == null ? "" : name);
    }

    @GET
    @Path("stimuli")
    @Operation(summary = "The stimuli of the draft", description = "With loudness, deviation and gain of each.")
    public Response stimuli(@PathParam("slug") String slug) {
        return Response.ok(preparing.report(slug))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("stimuli/{sha256}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A stimulus of the draft, to look at")
    public Response stimulus(@PathParam("slug") String slug, @PathParam("sha256") String sha256) throws IOException {
        Preparing.Ready ready = preparing.report(slug).items().stream()
                .flatMap(item -> item.stimuli().stream())
                .filter(stimulus -> stimulus.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(StimulusResource::unknown);
        return Response.ok(store.open(new Digest(sha256), 0, ready.bytes()))
                .type(ready.mediaType())
                .header("Content-Length", ready.bytes())
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    @GET
    @Path("metrics")
    @Operation(
            summary = "The published stimuli in numbers",
            description = "Each against the true one of its item; without metrics as long as it waits to be measured.")
    public Response metrics(@PathParam("slug") String slug) {
        return Response.ok(measuring.of(slug))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("preparation")
    @Operation(summary = "How far the preparation is")
    public Response preparation(@PathParam("slug") String slug) {
        return Response.ok(preparing.progress(slug).orElseThrow(StimulusResource::unknown))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("preparation")
    @Operation(summary = "Prepare what is missing", description = "422 if the draft has problems.")
    public Response prepare(@PathParam("slug") String slug) {
        preparing.order(slug, false);
        return Response.accepted(preparing.progress(slug).orElseThrow()).build();
    }

    private static ProblemException unknown() {
        return Problem.notFound("Nothing is prepared", "Prepare the stimuli of this study first.")
                .exception();
    }
}
