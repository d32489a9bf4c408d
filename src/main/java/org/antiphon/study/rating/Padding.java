package org.antiphon.study.rating;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final int MOST_BOXES = 10_000;

    /**
     * Empty if the file does not end with a free box or such a chunk, or is of another kind.
     *
     * @param size where it ends; others may lie behind it
     */
    static Optional<Padding> of(ArtifactStore store, Digest digest, long size) throws IOException {
        List<Riff.Chunk> chunks = Riff.chunks(store, digest);
        return chunks.isEmpty() ? mp4(store, digest, size) : wav(chunks, size);
    }

    private static Optional<Padding> wav(List<Riff.Chunk> chunks, long size) {
        Riff.Chunk last = chunks.get(chunks.size() - 1);
        long end = last.to() + (last.to() - last.from()) % 2;
        return end == size && last.name().equals("JUNK")
                ? Optional.of(new Padding(last.from(), last.to()))
                : Optional.empty();
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
