package org.antiphon.study.rating;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;

/**
 * Where the samples of a WAV file are: whole numbers with a sign, the lowest byte first.
 *
 * @param from first byte in the file
 * @param to behind the last byte
 * @param width bytes a sample, 2 or 3
 */
record Pcm(long from, long to, int width) {

    /** Empty if the file is no WAV file with samples of 16 or 24 bits. */
    static Optional<Pcm> of(ArtifactStore store, Digest digest) throws IOException {
        List<Riff.Chunk> chunks = Riff.chunks(store, digest);
        Optional<Riff.Chunk> format = named(chunks, "fmt ").filter(chunk -> chunk.to() - chunk.from() >= 16);
        Optional<Riff.Chunk> data = named(chunks, "data");
        if (format.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        // bytes a frame in the lower half, bits a sample in the upper one
        int bits = Riff.number(store, digest, format.get().from() + 12) >>> 16;
        return bits == 16 || bits == 24
                ? Optional.of(new Pcm(data.get().from(), data.get().to(), bits / 8))
                : Optional.empty();
    }

    private static Optional<Riff.Chunk> named(List<Riff.Chunk> chunks, String name) {
        return chunks.stream().filter(chunk -> chunk.name().equals(name)).findFirst();
    }

    /** The nearest place at or before this one at which no sample is cut. */
    long before(long place) {
        return place <= from || place >= to ? place : place - (place - from) % width;
    }

    /** The nearest place at or after this one at which no sample is cut. */
    long after(long place) {
        return place <= from || place >= to ? place : Math.min(to, before(place + width - 1));
    }
}
