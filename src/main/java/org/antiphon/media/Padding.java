package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Makes media files equally long, so that a file's size tells nothing of what is in it, and leaves room in each that says
 * nothing at all: whoever serves the file may fill it with noise, so that the same file does not look the same twice.
 */
public final class Padding {

    /** Bytes of room at the very end of every file, at least. */
    public static final int ROOM = 1024;

    private static final int HEADER = 8;

    private Padding() {}

    /**
     * Pads mp4 files by one {@code free} box at the end of each (ISO/IEC 14496-12, 8.1.2), which players skip.
     *
     * @return the size in bytes that all files now have
     * @throws IOException naming the file that cannot be written
     */
    public static long mp4(List<Path> files) throws IOException {
        long longest = 0;
        for (Path file : files) {
            longest = Math.max(longest, Files.size(file));
        }
        long size = longest + HEADER + ROOM;
        for (Path file : files) {
            int free = Math.toIntExact(size - Files.size(file));
            ByteBuffer box = ByteBuffer.allocate(free);
            append(file, box.putInt(free).put("free".getBytes(StandardCharsets.US_ASCII)));
        }
        return size;
    }

    /**
     * Gives a WAV file a chunk {@code JUNK} at its end, which players skip. WAV files of one length need no padding.
     *
     * @throws IOException naming the file that cannot be written
     */
    public static void wav(Path file) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(HEADER + ROOM).order(ByteOrder.LITTLE_ENDIAN);
        append(file, chunk.put("JUNK".getBytes(StandardCharsets.US_ASCII)).putInt(ROOM));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            length.putInt(Math.toIntExact(channel.size() - HEADER)).flip();
            channel.write(length, 4);
        }
    }

    private static void append(Path file, ByteBuffer box) throws IOException {
        box.rewind();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            while (box.hasRemaining()) {
                channel.write(box);
            }
        }
    }
}
