package org.antiphon.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Points of frame after frame at 25 a second, an array of shape (rows, 3, points) with x, y and confidence on its second
 * axis. The file is an NPY file, or raw little-endian float32 without any header, as {@code numpy.memmap} writes it;
 * which of them, its first bytes say. Only the rows that are asked for are read, so a file may be larger than memory.
 *
 * @param file the array
 * @param points how many points a row has
 * @param first the row that belongs to the first frame of the video
 * @param rows how many rows belong to the video
 */
public record PointFile(Path file, int points, long first, long rows) {

    /** Frames a second. */
    public static final double RATE = 25;

    /**
     * All rows of a file, however many there are.
     */
    public static PointFile whole(Path file, int points) {
        return new PointFile(file, points, 0, Long.MAX_VALUE);
    }

    /**
     * How many whole rows a file has; raw rows may end inside one, where a download was cut.
     *
     * @throws IOException naming the file if it is no such array
     */
    public static long rows(Path file, int points) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return Layout.of(channel, file, points).rows();
        }
    }

    /**
     * How many bytes follow the last whole row of a file without header, where there should be none.
     *
     * @throws IOException naming the file if it is no such array
     */
    public static long rest(Path file, int points) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Layout layout = Layout.of(channel, file, points);
            return channel.size()
                    - layout.start()
                    - layout.rows() * 3 * points * layout.type().bytes();
        }
    }

    /**
     * {@code [row][point][x, y, confidence]} of the rows {@code from} to {@code to}, counted from {@link #first}; fewer if
     * there are fewer. A point with a number that is not finite is all zeros: confidence 0.
     *
     * @throws IOException naming the file that cannot be read, or ends before its rows do
     */
    public float[][][] read(long from, long to) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Layout layout = Layout.of(channel, file, points);
            long all = Math.min(rows, layout.rows() - first);
            if (rows < Long.MAX_VALUE && all < rows) {
                throw new IOException(file + ": has " + layout.rows() + " rows, rows to " + (first + rows)
                        + " are wanted; it may not be completely downloaded");
            }
            long begin = Math.min(Math.max(0, from), all);
            int count = Math.toIntExact(Math.max(0, Math.min(to, all) - begin));
            float[][][] read = new float[count][points][3];
            int size = 3 * points * layout.type().bytes();
            for (int t = 0; t < count; t++) {
                ByteBuffer row = bytes(channel, file, layout.start() + (first + begin + t) * size, size);
                for (int c = 0; c < 3; c++) {
                    for (int j = 0; j < points; j++) {
                        read[t][j][c] = layout.type().next(row);
                    }
                }
                unknown(read[t]);
            }
            return read;
        }
    }

    /** A point that is nowhere was not seen. */
    private static void unknown(float[][] points) {
        for (float[] point : points) {
            if (!Float.isFinite(point[0]) || !Float.isFinite(point[1]) || !Float.isFinite(point[2])) {
                Arrays.fill(point, 0);
            }
        }
    }

    static ByteBuffer bytes(FileChannel channel, Path file, long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(file + ": ends at byte " + channel.size() + " of " + (position + count));
            }
        }
        return buffer.flip();
    }

    private record Layout(long start, long rows, NpyFile.Type type) {

        static Layout of(FileChannel channel, Path file, int points) throws IOException {
            Optional<NpyHeader> header = NpyHeader.read(channel, file);
            if (header.isEmpty()) {
                long row = 3L * points * Float.BYTES;
                if (channel.size() < row) {
                    throw new IOException(file + ": " + channel.size() + " bytes are less than a row of 3 × " + points
                            + " float32; it may not be completely downloaded");
                }
                return new Layout(0, channel.size() / row, NpyFile.Type.FLOAT32);
            }
            int[] shape = header.get().shape();
            if (shape.length != 3 || shape[1] != 3 || shape[2] != points) {
                throw new IOException(file + ": expected an array of shape (frames, 3, " + points + ")");
            }
            return new Layout(header.get().start(), shape[0], header.get().type());
        }
    }
}
