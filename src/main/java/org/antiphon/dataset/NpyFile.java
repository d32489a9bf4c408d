package org.antiphon.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An array in NumPy's NPY format, version 1.0: little-endian float32, float16 or uint8 in C order, held as floats.
 *
 * @param shape sizes of the axes, slowest first
 * @param values all elements, the last axis fastest
 */
public record NpyFile(int[] shape, float[] values) {

    /** How elements are stored. */
    public enum Type {
        FLOAT32("<f4", 4),
        FLOAT16("<f2", 2),
        UINT8("|u1", 1);

        private final String code;
        private final int bytes;

        Type(String code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        /** The next element of a little-endian buffer. */
        float next(ByteBuffer buffer) {
            return switch (this) {
                case FLOAT32 -> buffer.getFloat();
                case FLOAT16 -> Half.toFloat(buffer.getShort());
                case UINT8 -> buffer.get() & 0xFF;
            };
        }

        static Type ofCode(String code, Path file) throws IOException {
            for (Type type : values()) {
                if (type.code.equals(code) || type == UINT8 && code.equals("<u1")) {
                    return type;
                }
            }
            throw new IOException(file + ": element type " + code + " is not one of <f4, <f2, |u1");
        }
    }

    /** @throws IllegalArgumentException if shape and number of values do not agree */
    public NpyFile {
        long count = 1;
        for (int size : shape) {
            count *= size;
        }
        if (count != values.length) {
            throw new IllegalArgumentException(
                    "array of shape " + Arrays.toString(shape) + " cannot hold " + values.length + " values");
        }
    }

    /** The size of one axis. */
    public int dimension(int axis) {
        return shape[axis];
    }

    /** @throws IOException naming the file if it is not such an array or is cut short */
    public static NpyFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header =
                    NpyHeader.read(channel, file).orElseThrow(() -> new IOException(file + ": not an NPY file"));
            if (header.count() * header.type().bytes > Integer.MAX_VALUE - 8) {
                throw new IOException(file + ": is too large to be read at once");
            }
            ByteBuffer data =
                    PointFile.bytes(channel, file, header.start(), (int) header.count() * header.type().bytes);
            float[] values = new float[(int) header.count()];
            for (int i = 0; i < values.length; i++) {
                values[i] = header.type().next(data);
            }
            return new NpyFile(header.shape(), values);
        }
    }

    /** Writes the array with elements of {@code type}; values are rounded to nearest. */
    public void write(Path file, Type type) throws IOException {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '" + type.code + "', 'fortran_order': False, 'shape': (" + sizes
                + (shape.length == 1 ? ",), }" : "), }");
        int padding = 64 - (10 + header.length() + 1) % 64;
        header = header + " ".repeat(padding % 64) + "\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + values.length * type.bytes);
        buffer.order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyHeader.MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (float value : values) {
            switch (type) {
                case FLOAT32 -> buffer.putFloat(value);
                case FLOAT16 -> buffer.putShort(Half.ofFloat(value));
                case UINT8 -> buffer.put((byte) Math.max(0, Math.min(255, Math.round(value))));
            }
        }
        Files.write(file, buffer.array());
    }
}
