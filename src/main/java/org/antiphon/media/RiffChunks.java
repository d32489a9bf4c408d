package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The chunks of a RIFF file: four letters, a length, and so many bytes, padded to an even number. */
final class RiffChunks {

    static final long FIRST = 12;

    private static final int HEAD = 8;

    private final FileChannel in;
    private final long end;

    RiffChunks(FileChannel in) throws IOException {
        this.in = in;
        this.end = in.size();
    }

    /**
     * A chunk.
     *
     * @param start first byte of its contents
     * @param length as declared, up to 2³² - 1
     */
    record Chunk(String name, long start, long length) {

        long next() {
            return start + length + length % 2;
        }
    }

    long end() {
        return end;
    }

    /** Whether the file begins like a RIFF WAVE, or its kind for more than 4 GB. */
    boolean isWave() throws IOException {
        if (end < FIRST) {
            return false;
        }
        String head = text(bytes(0, (int) FIRST));
        return (head.startsWith("RIFF") || head.startsWith("RF64")) && head.endsWith("WAVE");
    }

    /** The chunk whose head begins at {@code at}; empty if there is no room for a head or its name is no name. */
    Optional<Chunk> at(long at) throws IOException {
        if (at + HEAD > end) {
            return Optional.empty();
        }
        byte[] head = bytes(at, HEAD);
        for (int i = 0; i < 4; i++) {
            if (head[i] < ' ' || head[i] > '~') {
                return Optional.empty();
            }
        }
        long length = Integer.toUnsignedLong(WavHeader.littleEndian(head).getInt(4));
        return Optional.of(new Chunk(text(head).substring(0, 4), at + HEAD, length));
    }

    byte[] bytes(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && in.read(buffer, at + buffer.position()) >= 0) {
            // reads until all is there or the file ends
        }
        if (buffer.hasRemaining()) {
            throw new IOException("the file became shorter while it was read");
        }
        return buffer.array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
