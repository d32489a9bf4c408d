package org.antiphon.generation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.LimitedStream;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Etudes to try at once. They were not seen in training. */
@Path("/api/samples")
@Tag(name = "Samples")
public class SampleResource {

    private static final String A_DAY = "public, max-age=86400";

    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "m4a", "audio/mp4",
            "wav", "audio/wav",
            "flac", "audio/flac",
            "mp3", "audio/mpeg",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webp", "image/webp");

    private final Samples samples;

    @Inject
    SampleResource(Samples samples) {
        this.samples = samples;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All samples", description = "Order the translation of one with its id as field \"sample\".")
    public List<SampleView> all() {
        return samples.all().stream().map(SampleView::of).toList();
    }

    @GET
    @Path("{id}/{part: media|poster|prior}")
    @Operation(summary = "A file of a sample", description = "Its clip (media), its picture (poster or prior).")
    public Response file(@PathParam("id") String id, @PathParam("part") String part, @Context HttpHeaders headers)
            throws IOException {
        Samples.Sample sample = samples.find(id)
                .orElseThrow(() -> Problem.notFound("No such sample", "There is no sample \"" + id + "\".")
                        .exception());
        String name =
                switch (part) {
                    case "media" -> sample.media();
                    case "prior" -> sample.begin();
                    default -> sample.poster();
                };
        java.nio.file.Path file = samples.file(name);
        long size = Files.size(file);
        String tag = Long.toHexString(size) + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis());
        return FileResponses.of(
                headers, type(name), size, tag, A_DAY, Optional.empty(), (from, length) -> part(file, from, length));
    }

    private static InputStream part(java.nio.file.Path file, long from, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        channel.position(from);
        return new LimitedStream(Channels.newInputStream(channel), length);
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
    }
}
