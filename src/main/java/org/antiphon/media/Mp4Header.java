package org.antiphon.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads how long an mp4 or mov says it is: the largest duration in its movie and media headers (ISO/IEC 14496-12,
 * {@code mvhd} and {@code mdhd}). FFmpeg goes by the sample tables alone and would not notice a boast.
 */
final class Mp4Header {

    private static final int MOST_BOXES = 10_000;

    private final FileChannel channel;
    private int boxes;
    private double longest;

    private Mp4Header(FileChannel channel) {
        this.channel = channel;
    }

    /** Declared seconds; 0 if nothing is declared or the header cannot be followed. */
    static double seconds(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Mp4Header header = new Mp4Header(channel);
            try {
                header.walk(0, channel.size());
            } catch (EOFException cutOff) {
                return header.longest; // what was said before the end still counts
            }
            return header.longest;
        } catch (IOException e) {
            return 0; // opening it for decoding will say why
        }
    }

    private void walk(long from, long end) throws IOException {
        long at = from;
        while (at + 8 <= end && boxes++ < MOST_BOXES) {
            ByteBuffer head = read(at, 8);
            long size = Integer.toUnsignedLong(head.getInt());
            byte[] name = new byte[4];
            head.get(name);
            long contents = at + 8;
            if (size == 1) {
                size = read(contents, 8).getLong();
                contents += 8;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < contents - at) {
                return;
            }
            enter(new String(name, StandardCharsets.ISO_8859_1), contents, Math.min(end, at + Math.min(size, end)));
            at += Math.min(size, end);
        }
    }

    private void enter(String name, long contents, long end) throws IOException {
        switch (name) {
            case "moov", "trak", "mdia" -> walk(contents, end);
            case "mvhd", "mdhd" -> duration(contents);
            default -> {
                // nothing about length in there
            }
        }
    }

    private void duration(long contents) throws IOException {
        boolean wide = read(contents, 1).get() == 1;
        ByteBuffer times = wide ? read(contents + 20, 12) : read(contents + 12, 8);
        double scale = Integer.toUnsignedLong(times.getInt());
        long duration = wide ? times.getLong() : Integer.toUnsignedLong(times.getInt());
        boolean unknown = duration == (wide ? -1L : 0xFFFF_FFFFL);
        if (!unknown && scale > 0) {
            longest = Math.max(longest, (duration < 0 ? Double.MAX_VALUE : duration) / scale);
        }
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
