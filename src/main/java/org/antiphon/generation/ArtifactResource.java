package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The files of a translation. */
@Path("/api/translations/{id}/artifacts/{role}")
@Tag(name = "Translations")
public class ArtifactResource {

    /** A finished translation never changes; its address cannot be guessed, so only the visitor's browser keeps it. */
    private static final String FOR_GOOD = "private, max-age=604800, immutable";

    private static final String ASK_AGAIN = "private, no-cache";

    private static final Map<String, String> ENDINGS = Map.of(
            "video/mp4", "mp4",
            "audio/mp4", "m4a",
            "audio/flac", "flac",
            "audio/wav", "wav",
            "audio/mpeg", "mp3",
            "image/png", "png",
            "application/json", "json");

    private final TranslationRows translations;
    private final ArtifactRows artifacts;
    private final ArtifactStore store;

    @Inject
    ArtifactResource(TranslationRows translations, ArtifactRows artifacts, ArtifactStore store) {
        this.translations = translations;
        this.artifacts = artifacts;
        this.store = store;
    }

    private record Found(Digest digest, String mediaType, boolean settled) {}

    @GET
    @Operation(
            summary = "A file of a translation",
            description =
                    "Roles are the keys of the translation's links: original, sound, soundLossless, video, track, "
                            + "and so on. Byte ranges and entity tags are honoured; ?download=1 names it for saving.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(responseCode = "404", description = "No such translation, or it has no such file (yet)")
    public Response get(
            @PathParam("id") String id,
            @PathParam("role") String label,
            @RestQuery("download") String download,
            @Context HttpHeaders headers)
            throws IOException {
        Role role = Role.ofLabel(label).orElseThrow(() -> missing(label));
        Found found =
                QuarkusTransaction.requiringNew().call(() -> find(id, role)).orElseThrow(() -> missing(label));
        String name = "antiphon-" + id.substring(0, 6) + "-" + label + ending(found.mediaType());
        try {
            return FileResponses.of(
                    headers,
                    found.mediaType(),
                    store.bytes(found.digest()),
                    found.digest().hex().substring(0, 32),
                    found.settled() ? FOR_GOOD : ASK_AGAIN,
                    Optional.ofNullable(download).map(asked -> name),
                    (from, length) -> store.open(found.digest(), from, length));
        } catch (NoSuchFileException e) {
            throw missing(label);
        }
    }

    /** Until a form that browsers play has been made, the original is the upload itself; the poster is the prior. */
    private Optional<Found> find(String id, Role role) {
        TranslationRow row = translations.seek(id).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        Optional<ArtifactRow> file = artifacts.of(id, role);
        if (file.isPresent()) {
            return Optional.of(new Found(file.get().digest(), file.get().mediaType, row.state() == Status.DONE));
        }
        if (role == Role.ORIGINAL) {
            return Optional.of(new Found(row.media.digest(), row.media.mediaType, false));
        }
        if (role == Role.POSTER && row.prior != null) {
            return Optional.of(new Found(row.prior.digest(), row.prior.mediaType, false));
        }
        return Optional.empty();
    }

    private static ProblemException missing(String role) {
        return Problem.notFound("No such file", "The translation does not exist, or has no \"" + role + "\" (yet).")
                .exception();
    }

    private static String ending(String mediaType) {
        String ending = ENDINGS.get(mediaType);
        return ending == null ? "" : "." + ending;
    }
}
