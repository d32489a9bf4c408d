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
 * (ISO/IEC 14496-12, 8.1.2), or that of a chunk {@code JUNK} at the end of a WAV file. Players skip both, so they may hold
 * anything.
 *
 * @param from first byte in the file
 * @param to behind the last byte
 */
record Padding(long from, long to) {

    private static final int HEADER = 8;
    private static final int RIFF = 12;
    private static final int MOST_BOXES = 10_000;

    /** Empty if the file does not end with a free box or such a chunk, or is of another kind. */
    static Optional<Padding> of(ArtifactStore store, Digest digest) throws IOException {
        long size = store.bytes(digest);
        return size >= RIFF
                        && word(store, digest, 0).equals("RIFF")
                        && word(store, digest, 8).equals("WAVE")
                ? wav(store, digest, size)
                : mp4(store, digest, size);
    }

    private static Optional<Padding> wav(ArtifactStore store, Digest digest, long size) throws IOException {
        long at = RIFF;
        while (at + HEADER <= size) {
            long length;
            try (InputStream in = store.open(digest, at + 4, 4);
                    DataInputStream data = new DataInputStream(in)) {
                length = Integer.reverseBytes(data.readInt()) & 0xffffffffL;
            }
            // chunks begin at even places
            long next = at + HEADER + length + length % 2;
            if (next == size && word(store, digest, at).equals("JUNK")) {
                return Optional.of(new Padding(at + HEADER, at + HEADER + length));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static String word(ArtifactStore store, Digest digest, long at) throws IOException {
        try (InputStream in = store.open(digest, at, 4)) {
            return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        }
    }

    private static Optional<Padding> mp4(ArtifactStore store, Digest digest, long size) throws IOException {
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
