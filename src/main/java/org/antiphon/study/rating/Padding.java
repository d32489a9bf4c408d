package org.antiphon.study.rating;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;

/**
 * The padding of a prepared clip: the payload of the last top-level box of an MP4 file, if that is a {@code free} box
 * (ISO/IEC 14496-12, 8.1.2). Players skip it, so it may hold anything.
 *
 * @param from first byte in the file
 * @param to behind the last byte
 */
record Padding(long from, long to) {

    private static final int HEADER = 8;
    private static final int MOST_BOXES = 10_000;

    /** Empty if the file does not end with a free box, or is no MP4 file at all. */
    static Optional<Padding> of(ArtifactStore store, Digest digest) throws IOException {
        long size = store.bytes(digest);
        long at = 0;
        for (int box = 0; box < MOST_BOXES && at + HEADER <= size; box++) {
            byte[] type = new byte[4];
            long length;
            long header = HEADER;
            try (InputStream in = store.open(digest, at, Math.min(16, size - at));
                    DataInputStream data = new DataInputStream(in)) {
                length = data.readInt() & 0xffffffffL;
                data.readFully(type);
                if (length == 1 && at + 16 <= size) {
                    length = data.readLong();
                    header = 16;
                } else if (length == 0) {
                    length = size - at;
                }
            }
            if (length < header || length > size - at) {
                return Optional.empty();
            }
            boolean last = at + length == size;
            if (last && new String(type, StandardCharsets.US_ASCII).equals("free")) {
                return Optional.of(new Padding(at + header, size));
            }
            at += length;
        }
        return Optional.empty();
    }
}
