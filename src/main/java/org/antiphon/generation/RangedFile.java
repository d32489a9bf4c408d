package org.antiphon.generation;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2): one range; several at once, or anything malformed,
 * means the whole file.
 *
 * @param from first byte
 * @param length number of bytes
 * @param size of the whole file
 */
public record RangedFile(long from, long length, long size) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** All of it. */
    public static RangedFile whole(long size) {
        return new RangedFile(0, size, size);
    }

    /** Empty if the range lies outside the file (status 416). */
    public static Optional<RangedFile> of(String header, long size) {
        Matcher match = ONE.matcher(header == null ? "" : header.strip());
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.of(whole(size));
        }
        if (match.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(match.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new RangedFile(size - last, last, size));
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(match.group(2)));
        if (!match.group(2).isEmpty() && Long.parseLong(match.group(2)) < from) {
            return Optional.of(whole(size));
        }
        return from >= size ? Optional.empty() : Optional.of(new RangedFile(from, to - from + 1, size));
    }

    public boolean partial() {
        return length < size;
    }

    public Response.Status status() {
        return partial() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK;
    }

    public String contentRange() {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
