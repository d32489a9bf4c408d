package org.antiphon.study.rating;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;

/** The chunks of a WAV file. */
final class Riff {

    private static final int HEADER = 8;
    private static final int FIRST = 12;
    private static final int MOST_CHUNKS = 1000;

    private Riff() {}

    /**
     * A chunk.
     *
     * @param from first byte of its content in the file
     * @param to behind the last one
     */
    record Chunk(String name, long from, long to) {}

    /** In the order of the file; none if it is no WAV file. A chunk that ends after the file is left out. */
    static List<Chunk> chunks(ArtifactStore store, Digest digest) throws IOException {
        long size = store.bytes(digest);
        List<Chunk> chunks = new ArrayList<>();
        if (size < FIRST
                || !word(store, digest, 0).equals("RIFF")
                || !word(store, digest, 8).equals("WAVE")) {
            return chunks;
        }
        long at = FIRST;
        while (at + HEADER <= size && chunks.size() < MOST_CHUNKS) {
            long length = Integer.toUnsignedLong(number(store, digest, at + 4));
            Chunk chunk = new Chunk(word(store, digest, at), at + HEADER, at + HEADER + length);
            if (chunk.to() > size) {
                break;
            }
            chunks.add(chunk);
            // chunks begin at even places
            at = chunk.to() + length % 2;
        }
        return chunks;
    }

    private static String word(ArtifactStore store, Digest digest, long at) throws IOException {
        try (InputStream in = store.open(digest, at, 4)) {
            return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        }
    }

    /** Four bytes, the lowest first. */
    static int number(ArtifactStore store, Digest digest, long at) throws IOException {
        try (InputStream in = store.open(digest, at, 4);
                DataInputStream data = new DataInputStream(in)) {
            return Integer.reverseBytes(data.readInt());
        }
    }
}
