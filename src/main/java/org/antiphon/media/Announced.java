package org.antiphon.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How many bytes a file says it has, by the outermost sizes in its container. One with fewer was cut off, by an upload that
 * broke off or a card that was full. What is left of it could be decoded, but a part must not pass for the whole.
 */
final class Announced {

    private static final int MOST_PARTS = 10_000;
    private static final int MDAT = 0x6D646174;
    private static final int MOOV = 0x6D6F6F76;
    private static final int IEND = 0x49454E44;
    private static final int SEGMENT = 0x18538067;
    private static final int EBML_ID = 4;
    private static final long LARGEST_RIFF = 0x7FFF_FFFFL; // programs that stream write more, not knowing better

    private final FileChannel channel;
    private final long size;

    private Announced(FileChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
    }

    /** More than the file has if it was cut off; empty if it has all it says, or does not say. */
    static OptionalLong beyondTheEnd(Path file, FileKind kind) {
        try (FileChannel channel = FileChannel.open(file)) {
            Announced announced = new Announced(channel);
            long bytes =
                    switch (kind) {
                        case MP4 -> announced.boxes();
                        case MATROSKA -> announced.segment();
                        case AVI, WAV, WEBP -> announced.riff();
                        case PNG -> announced.chunks();
                        case FLAC, MP3, OGG, JPEG -> 0;
                    };
            return bytes > announced.size ? OptionalLong.of(bytes) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // it ends inside a header: opening it will say so
        }
    }

    /** ISO/IEC 14496-12: only index and media count, as what stands behind them may be anything. */
    private long boxes() throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_PARTS && at + 16 <= size; i++) {
            ByteBuffer head = read(at, 16);
            long length = Integer.toUnsignedLong(head.getInt());
            int name = head.getInt();
            length = length == 1 ? head.getLong() : length;
            if (length < 8) {
                return 0; // up to the end, whatever that is, or nonsense
            }
            if ((name == MDAT || name == MOOV) && length > size - at) {
                return length > Long.MAX_VALUE - at ? Long.MAX_VALUE : at + length;
            }
            at += Math.min(length, size);
        }
        return 0;
    }

    /** RFC 8794 and RFC 9559: the header, then the segment that holds everything. */
    private long segment() throws IOException {
        long[] header = variable(EBML_ID);
        long at = EBML_ID + header[1] + header[0];
        if (header[0] < 0 || at < 0 || read(at, EBML_ID).getInt() != SEGMENT) {
            return 0;
        }
        long[] segment = variable(at + EBML_ID);
        return segment[0] < 0 ? 0 : at + EBML_ID + segment[1] + segment[0];
    }

    /** Value and length of a variable-size integer; the value is -1 if it is unknown or nonsense. */
    private long[] variable(long at) throws IOException {
        int first = Byte.toUnsignedInt(read(at, 1).get());
        int length = Integer.numberOfLeadingZeros(first) - 23; // 1 for 1xxxxxxx to 8 for 00000001
        if (length > 8) {
            return new long[] {-1, 1};
        }
        ByteBuffer bytes = read(at, length);
        long value = 0;
        while (bytes.hasRemaining()) {
            value = value << 8 | Byte.toUnsignedLong(bytes.get());
        }
        long mask = (1L << 7 * length) - 1;
        return new long[] {(value & mask) == mask ? -1 : value & mask, length};
    }

    private long riff() throws IOException {
        long length =
                Integer.toUnsignedLong(read(4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
        boolean padding = length + 8 == size + 1; // an odd last chunk that was not filled up
        return length > LARGEST_RIFF || padding ? 0 : length + 8;
    }

    /** ISO/IEC 15948: chunks up to the one that ends the picture. */
    private long chunks() throws IOException {
        long at = 8;
        for (int i = 0; i < MOST_PARTS; i++) {
            if (at + 8 > size) {
                return at + 12; // the end chunk at least is missing
            }
            ByteBuffer head = read(at, 8);
            long next = at + 12 + Integer.toUnsignedLong(head.getInt());
            if (head.getInt() == IEND || next > size) {
                return next;
            }
            at = next;
        }
        return 0;
    }

    private ByteBuffer read(long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file ends inside a header");
            }
        }
        return bytes.flip();
    }
}
