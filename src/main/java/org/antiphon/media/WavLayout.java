package org.antiphon.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a RIFF WAVE file keeps the description of its samples and the samples, checked against the file's length. */
final class WavLayout {

    private static final int MOST_CHUNKS = 10_000;
    private static final int LONGEST_FORMAT = 4096;
    /** Programs that write into a pipe cannot know the length and put in one near the greatest that fits. */
    private static final long LEFT_OPEN = 0x7F00_0000L;

    private final Path file;
    private final RiffChunks chunks;
    private final byte[] format;
    private final RiffChunks.Chunk data;

    /** Where the samples are. */
    record Data(long start, long bytes, boolean streamed) {}

    WavLayout(Path file, RiffChunks chunks) throws IOException, MediaRejected {
        this.file = file;
        this.chunks = chunks;
        byte[] found = null;
        long wide = -1;
        RiffChunks.Chunk samples = null;
        long at = RiffChunks.FIRST;
        for (int i = 0; i < MOST_CHUNKS && samples == null; i++) {
            Optional<RiffChunks.Chunk> chunk = chunks.at(at);
            if (chunk.isEmpty()) {
                break;
            }
            RiffChunks.Chunk one = chunk.get();
            boolean whole = one.start() + one.length() <= chunks.end();
            if (one.name().equals("fmt ") && whole && one.length() >= 16) {
                found = chunks.bytes(one.start(), (int) Math.min(LONGEST_FORMAT, one.length()));
            } else if (one.name().equals("ds64") && whole && one.length() >= 16) {
                wide = WavHeader.littleEndian(chunks.bytes(one.start() + 8, 8)).getLong();
            } else if (one.name().equals("data")) {
                boolean inWide = one.length() == 0xFFFF_FFFFL && wide >= 0;
                samples = inWide ? new RiffChunks.Chunk("data", one.start(), wide) : one;
            }
            at = one.next();
        }
        if (found == null || samples == null) {
            throw WavHeader.damaged(
                    file, found == null ? "does not describe its samples" : "breaks off before its samples");
        }
        this.format = found;
        this.data = samples;
    }

    /** The description of the samples, at least 16 bytes. */
    byte[] format() {
        return format;
    }

    /** @param bytesASecond to tell lengths in seconds */
    Data data(long bytesASecond) throws IOException, MediaRejected {
        long there = chunks.end() - data.start();
        boolean open = data.length() >= LEFT_OPEN && data.length() > there;
        if (open || data.length() == 0 && !chunksUntilEnd(data.start())) {
            return new Data(data.start(), there, true);
        }
        if (data.length() > there) {
            throw WavHeader.damaged(
                    file,
                    String.format(
                            Locale.ROOT,
                            "is cut off: its header announces %.3f s, %.3f s are there",
                            (double) data.length() / bytesASecond,
                            (double) there / bytesASecond));
        }
        if (!chunksUntilEnd(data.next())) {
            throw WavHeader.damaged(
                    file,
                    String.format(
                            Locale.ROOT,
                            "announces %.3f s in its header, but %d more bytes follow that belong to nothing",
                            (double) data.length() / bytesASecond,
                            chunks.end() - data.next()));
        }
        return new Data(data.start(), data.length(), false);
    }

    /** Whether nothing but whole chunks stands from {@code at} to the end of the file. */
    private boolean chunksUntilEnd(long at) throws IOException {
        long next = at;
        for (int i = 0; i < MOST_CHUNKS && next < chunks.end(); i++) {
            Optional<RiffChunks.Chunk> chunk = chunks.at(next);
            if (chunk.isEmpty()) {
                return false;
            }
            next = chunk.get().next();
        }
        return next == chunks.end() || next == chunks.end() + 1;
    }
}
