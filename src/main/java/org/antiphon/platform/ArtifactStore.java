package org.antiphon.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Files kept under the SHA-256 of their content: what was put once never changes, and putting it again costs nothing.
 * Safe for several threads and, when they share the storage, several processes.
 */
public interface ArtifactStore {

    /** What is known of one artifact. {@code touched} is when it was last put. */
    record Entry(Digest digest, long bytes, Instant touched) {}

    /** Copies the file into the store; it is all there or not there at all. */
    Entry put(Path file) throws IOException;

    /** Reads the stream to its end into the store; it is all there or not there at all. */
    Entry put(InputStream content) throws IOException;

    boolean holds(Digest digest);

    /** @throws java.nio.file.NoSuchFileException naming the digest if the store does not hold it */
    long bytes(Digest digest) throws IOException;

    /**
     * Part of an artifact.
     *
     * @param from first byte
     * @param length number of bytes; together they must lie within the artifact
     * @throws java.nio.file.NoSuchFileException naming the digest if the store does not hold it
     * @throws IllegalArgumentException naming range and size if the range lies outside
     */
    InputStream open(Digest digest, long from, long length) throws IOException;

    /** The artifact as a file on this machine, for readers that need one. It must not be written to. */
    Path local(Digest digest) throws IOException;

    /** Forgets an artifact; nothing happens if the store does not hold it. */
    void delete(Digest digest) throws IOException;

    /** Everything the store holds; to be closed. */
    Stream<Entry> list() throws IOException;
}
