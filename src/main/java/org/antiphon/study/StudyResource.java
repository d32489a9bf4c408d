package org.antiphon.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.antiphon.account.ForResearchers;
import org.antiphon.account.Needs;
import org.antiphon.account.Right;
import org.antiphon.platform.Problem;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.webmushra.Note;
import org.antiphon.study.webmushra.WebMushra;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Studies as their researchers write them. */
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
@ForResearchers
@Blocking
public class StudyResource {

    private final Drafts drafts;
    private final StudyViews views;
    private final ObjectMapper json;

    @Inject
    StudyResource(Drafts drafts, StudyViews views, ObjectMapper json) {
        this.drafts = drafts;
        this.views = views;
        this.json = json;
    }

    /** A study to be begun: from a template, or from a document of one's own. */
    public record Begun(String slug, String template, String document) {}

    /** A document to be saved; {@code revision} is the one it was made from. */
    public record Saved(String document, int revision) {}

    /** A document to be looked at. */
    public record Checked(String document) {}

    /** What a document is to hold; {@code document} is the one that was edited, whose other lines and comments stay. */
    public record Edited(JsonNode tree, String document) {}

    /** A table in CSV; null: the folders of the files that are there. */
    public record Paired(String table, int revision) {}

    @GET
    @Operation(summary = "Your studies, the last saved first")
    public List<Drafts.Overview> all() {
        return drafts.readable();
    }

    @POST
    @Operation(
            summary = "Begin a study",
            description =
                    "From a template or from a document; 409 if you have a study of that name. Read its name off the answer.")
    public Response begin(Begun begun) {
        given(begun);
        String slug = begun.slug() == null ? "" : begun.slug();
        String document = begun.document() != null
                ? begun.document()
                : Templates.named(begun.template() == null ? "etudes" : begun.template(), slug);
        Drafts.Draft draft = drafts.create(slug, document);
        return Response.created(URI.create("/api/studies/" + draft.slug()))
                .entity(views.of(draft.slug()))
                .build();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A study with its draft, what is wrong with it, its files, preparation and editions")
    public Response get(@PathParam("slug") String slug) {
        return Response.ok(views.of(slug)).header("Cache-Control", "no-store").build();
    }

    @PUT
    @Path("{slug}")
    @Operation(
            summary = "Save the draft",
            description = "Right or wrong; 409 if it was saved elsewhere since the revision that is named.")
    public StudyView save(@PathParam("slug") String slug, Saved saved) {
        given(saved);
        given(saved.document());
        drafts.save(slug, saved.document(), saved.revision());
        return views.of(slug);
    }

    @POST
    @Path("check")
    @Needs(Right.READ)
    @Operation(summary = "What is wrong with a document", description = "With line, column, path and remedy.")
    public DocumentView check(Checked checked) {
        given(checked);
        given(checked.document());
        return views.document(checked.document());
    }

    @POST
    @Path("write")
    @Needs(Right.READ)
    @Operation(
            summary = "A document from what it is to hold",
            description = "As YAML, with what is wrong with it. Lines of the document that was edited stay as they are "
                    + "where they say the same.")
    public DocumentView write(Edited edited) {
        given(edited);
        given(edited.tree());
        String before = edited.document() == null ? "" : edited.document();
        return views.document(StudyDocument.withTree(before, edited.tree().toString()));
    }

    @POST
    @Path("{slug}/pairs")
    @Operation(
            summary = "Name uploaded files in the draft",
            description = "By a table with the columns item, condition and file, or by the folders that they lie in: "
                    + "ITEM/CONDITION.ending. Conditions and items that are missing are added.")
    public StudyView pair(@PathParam("slug") String slug, Paired paired) {
        given(paired);
        Drafts.Draft draft = drafts.of(slug);
        ObjectNode tree = StudyDocument.tree(draft.document().getBytes(StandardCharsets.UTF_8))
                .flatMap(this::block)
                .orElseThrow(() -> new Problem(
                                "The document cannot be read", 422, "Correct what is listed first.", "no-document")
                        .exception());
        List<String> names =
                drafts.files(slug).stream().map(Drafts.UploadedFile::name).toList();
        Pairing.into(tree, paired.table() == null ? PairTable.ofFolder(names) : PairTable.ofCsv(paired.table()));
        drafts.save(slug, StudyDocument.withTree(draft.document(), tree.toString()), paired.revision());
        return views.of(slug);
    }

    private Optional<ObjectNode> block(String tree) {
        try {
            return json.readTree(tree) instanceof ObjectNode block ? Optional.of(block) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was just written can be read", e);
        }
    }

    /** A configuration of webMUSHRA; without {@code slug} the study gets the name of its test. */
    public record Foreign(String slug, String configuration) {}

    /** A study that was imported: what became of the configuration, and the files that are to be uploaded. */
    public record Imported(String slug, List<Note> notes, List<String> files) {}

    @POST
    @Path("import")
    @Operation(
            summary = "Begin a study from a configuration of webMUSHRA",
            description =
                    "With a note for every repair and for everything that is different or left out; 422 if it cannot "
                            + "be read, 409 if the name is taken.")
    public Response imported(Foreign foreign) {
        given(foreign);
        given(foreign.configuration());
        Optional<String> slug = Optional.ofNullable(foreign.slug()).filter(name -> !name.isBlank());
        WebMushra.Result result = WebMushra.read(foreign.configuration().getBytes(StandardCharsets.UTF_8), slug);
        if (result instanceof WebMushra.Result.Refused refused) {
            Note why = refused.why();
            String where = why.line() == 0 ? "" : "Line " + why.line() + ": ";
            throw new Problem(
                            "The configuration cannot be read",
                            422,
                            where + why.what() + " " + why.remedy(),
                            "no-configuration")
                    .exception();
        }
        WebMushra.Result.Imported imported = (WebMushra.Result.Imported) result;
        Drafts.Draft draft = drafts.create(imported.id(), imported.document());
        return Response.created(URI.create("/api/studies/" + draft.slug()))
                .entity(new Imported(draft.slug(), imported.notes(), imported.files()))
                .build();
    }

    @GET
    @Path("schema")
    @Operation(summary = "JSON Schema of the documents")
    public String schema() {
        return StudyDocument.schema();
    }

    private static void given(Object what) {
        if (what == null) {
            throw Problem.badRequest("incomplete", "Something is missing", "The body lacks a member that is needed.")
                    .exception();
        }
    }
}
