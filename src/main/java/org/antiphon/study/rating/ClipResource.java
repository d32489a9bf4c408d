package org.antiphon.study.rating;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.generation.RangedFile;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Takes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Gives clips to participants. Nothing in a response depends on what is behind the handle but the bytes themselves: no
 * entity tag, no date, no name, since each of them could be compared with those of published files. The padding of a clip
 * is noise that is another wherever the clip stands, and so are the lowest bits of sound that is not compressed; of sound
 * that is, there are several takes.
 */
@Path("/api/taking/sessions/{session}/media/{handle}")
@Tag(name = "Taking part")
public class ClipResource {

    private final Attending attending;
    private final Handles handles;
    private final ArtifactStore store;
    private final Map<Digest, Veil> veils = new ConcurrentHashMap<>();

    @Inject
    ClipResource(Attending attending, Handles handles, ArtifactStore store) {
        this.attending = attending;
        this.handles = handles;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "A clip of the current step, or of the one after it",
            description = "Byte ranges are honoured.")
    @APIResponse(responseCode = "200", description = "The clip")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(responseCode = "404", description = "Never given, not due, or expired; the state brings a fresh one")
    public Response get(
            @PathParam("session") String session,
            @PathParam("handle") String handle,
            @HeaderParam("Range") String range)
            throws IOException {
        Handles.Behind behind =
                handles.behind(attending.listen(session), handle).orElseThrow(ClipResource::missing);
        if (behind instanceof Handles.Behind.Sound sound) {
            byte[] wav = sound.wav();
            return respond(
                    range,
                    "audio/wav",
                    wav.length,
                    (from, length) -> new ByteArrayInputStream(wav, Math.toIntExact(from), Math.toIntExact(length)));
        }
        Handles.Behind.Clip clip = (Handles.Behind.Clip) behind;
        Published.File file = clip.file();
        try {
            long stored = store.bytes(file.digest());
            long bytes = file.bytes().orElse(stored);
            long begin = Takes.offset(bytes, clip.take().applyAsInt(Takes.in(stored, bytes)));
            Veil veil = veil(file.digest(), bytes);
            return respond(
                    range,
                    file.mediaType(),
                    bytes,
                    (from, length) -> veil.open(store, file.digest(), begin, clip.veil(), from, length));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("a published clip is not in the store: " + file.digest(), e);
        }
    }

    /** What of a clip may be changed; what is published never changes, so each is looked at once. Takes are built alike. */
    private Veil veil(Digest clip, long bytes) throws IOException {
        Veil known = veils.get(clip);
        if (known == null) {
            known = Veil.of(store, clip, bytes);
            veils.put(clip, known);
        }
        return known;
    }

    /** Gives part of a clip. */
    private interface Content {
        InputStream open(long from, long length) throws IOException;
    }

    private static Response respond(String range, String mediaType, long size, Content content) throws IOException {
        Optional<RangedFile> part = RangedFile.of(range, size);
        if (part.isEmpty()) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        RangedFile file = part.get();
        Response.ResponseBuilder response = Response.status(file.status())
                .entity(content.open(file.from(), file.length()))
                .header("Content-Type", mediaType)
                .header("Content-Length", file.length())
                .header("Cache-Control", "private, max-age=3600")
                .header("Accept-Ranges", "bytes");
        if (file.partial()) {
            response.header("Content-Range", file.contentRange());
        }
        return response.build();
    }

    private static ProblemException missing() {
        return Problem.notFound("No such clip", "It is not due, or its address has expired. Load the page anew.")
                .exception();
    }
}
