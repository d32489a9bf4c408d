package org.antiphon.generation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Answers with files: whole or in part (video seeking), cached by content, shown or saved. */
final class FileResponses {

    private FileResponses() {}

    /** Gives part of a file's bytes. */
    interface Content {
        InputStream open(long from, long length) throws IOException;
    }

    /**
     * @param tag changes exactly when the content does
     * @param cache value of Cache-Control
     * @param saveAs name to save it under; empty: shown in place
     */
    static Response of(
            HttpHeaders request,
            String mediaType,
            long size,
            String tag,
            String cache,
            Optional<String> saveAs,
            Content content)
            throws IOException {
        String quoted = "\"" + tag + "\"";
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(quoted)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, quoted)
                    .header(HttpHeaders.CACHE_CONTROL, cache)
                    .build();
        }
        String ifRange = request.getHeaderString("If-Range");
        String range = ifRange == null || ifRange.equals(quoted) ? request.getHeaderString("Range") : null;
        Optional<RangedFile> part = RangedFile.of(range, size);
        if (part.isEmpty()) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        RangedFile file = part.get();
        Response.ResponseBuilder response = Response.status(file.status())
                .entity(content.open(file.from(), file.length()))
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, file.length())
                .header(HttpHeaders.ETAG, quoted)
                .header(HttpHeaders.CACHE_CONTROL, cache)
                .header("Accept-Ranges", "bytes");
        if (file.partial()) {
            response.header("Content-Range", file.contentRange());
        }
        saveAs.ifPresent(
                name -> response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
        return response.build();
    }
}
