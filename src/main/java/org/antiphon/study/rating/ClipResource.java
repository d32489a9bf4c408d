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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Gives clips to participants. Nothing in a response depends on what is behind the handle but the bytes themselves: no
 * entity tag, no date, no name, since each of them could be compared with those of published files. The padding of a clip
 * is noise that is another wherever the clip stands.
 */
@Path("/api/taking/sessions/{session}/media/{handle}")
@Tag(name = "Taking part")
public class ClipResource {

    private final Attending attending;
    private final Handles handles;
    private final ArtifactStore store;
    private final Map<Digest, Optional<Padding>> paddings = new ConcurrentHashMap<>();

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
            Optional<Padding> padding = padding(file.digest());
            return respond(range, file.mediaType(), store.bytes(file.digest()), (from, length) -> {
                InputStream plain = store.open(file.digest(), from, length);
                return padding.<InputStream>map(span -> new VeiledStream(plain, from, span, clip.veil()))
                        .orElse(plain);
            });
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("a published clip is not in the store: " + file.digest(), e);
        }
    }

    /** Where the padding of a clip is; what is published never changes, so each is looked for once. */
    private Optional<Padding> padding(Digest clip) throws IOException {
        Optional<Padding> known = paddings.get(clip);
        if (known == null) {
            known = Padding.of(store, clip);
            paddings.put(clip, known);
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
