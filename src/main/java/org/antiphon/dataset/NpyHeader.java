package org.antiphon.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a file in NumPy's NPY format, version 1.0 or 2.0, in C order.
 *
 * @param shape sizes of the axes, slowest first
 * @param type of the elements
 * @param start where the elements begin, in bytes
 * @param count how many elements there are
 */
record NpyHeader(int[] shape, NpyFile.Type type, long start, long count) {

    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    /**
     * The header, or nothing if the file does not begin like an NPY file.
     *
     * @throws IOException naming the file if its header is damaged or does not fit its length
     */
    static Optional<NpyHeader> read(FileChannel channel, Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(12 + LONGEST, channel.size()))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
            // goes on until the buffer is full or the file ends
        }
        byte[] bytes = head.array();
        if (bytes.length < 10 || !Arrays.equals(Arrays.copyOf(bytes, 6), MAGIC)) {
            return Optional.empty();
        }
        boolean one = bytes[6] == 1;
        if (!one && bytes.length < 12) {
            throw new IOException(file + ": header is cut short");
        }
        int length = one ? head.getShort(8) & 0xFFFF : head.getInt(8);
        int begin = one ? 10 : 12;
        if (length < 0 || length > bytes.length - begin) {
            throw new IOException(file + ": header is cut short");
        }
        return Optional.of(parsed(
                new String(bytes, begin, length, StandardCharsets.ISO_8859_1), begin + length, channel.size(), file));
    }

    private static NpyHeader parsed(String header, int start, long size, Path file) throws IOException {
        if (field(ORDER, header, file).equals("True")) {
            throw new IOException(file + ": Fortran order is not supported");
        }
        NpyFile.Type type = NpyFile.Type.ofCode(field(DESCR, header, file), file);
        long count = 1;
        int[] shape;
        try {
            shape = Arrays.stream(field(SHAPE, header, file).split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int axis : shape) {
                count = Math.multiplyExact(count, (long) axis);
            }
            if (size - start != Math.multiplyExact(count, (long) type.bytes())) {
                throw new IOException(file + ": shape " + Arrays.toString(shape) + " needs " + count * type.bytes()
                        + " bytes of data, found " + (size - start));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException(file + ": its shape cannot be read (" + field(SHAPE, header, file) + ")", e);
        }
        return new NpyHeader(shape, type, start, count);
    }

    private static String field(Pattern pattern, String header, Path file) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException(file + ": header lacks " + pattern.pattern().substring(0, 9));
        }
        return matcher.group(1);
    }
}
