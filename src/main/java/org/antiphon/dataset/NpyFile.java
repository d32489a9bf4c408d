package org.antiphon.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    }

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

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
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 10 || !Arrays.equals(Arrays.copyOf(bytes, 6), MAGIC)) {
            throw new IOException(file + ": not an NPY file");
        }
        boolean one = bytes[6] == 1;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = one ? buffer.getShort(8) & 0xFFFF : buffer.getInt(8);
        int start = (one ? 10 : 12) + length;
        if (length < 0 || start > bytes.length) {
            throw new IOException(file + ": header is cut short");
        }
        String header = new String(bytes, one ? 10 : 12, length, StandardCharsets.ISO_8859_1);
        if (field(ORDER, header, file).equals("True")) {
            throw new IOException(file + ": Fortran order is not supported");
        }
        int[] shape = Arrays.stream(field(SHAPE, header, file).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        Type type = type(field(DESCR, header, file), file);
        long count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, (long) size);
        }
        if (bytes.length - start != count * type.bytes) {
            throw new IOException(file + ": shape " + Arrays.toString(shape) + " needs " + count * type.bytes
                    + " bytes of data, found " + (bytes.length - start));
        }
        return new NpyFile(shape, values(buffer.position(start), (int) count, type));
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
                .put(MAGIC)
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

    private static float[] values(ByteBuffer buffer, int count, Type type) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case FLOAT32 -> buffer.getFloat();
                case FLOAT16 -> Half.toFloat(buffer.getShort());
                case UINT8 -> buffer.get() & 0xFF;
            };
        }
        return values;
    }

    private static String field(Pattern pattern, String header, Path file) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException(file + ": header lacks " + pattern.pattern().substring(0, 9));
        }
        return matcher.group(1);
    }

    private static Type type(String code, Path file) throws IOException {
        for (Type type : Type.values()) {
            if (type.code.equals(code) || type == Type.UINT8 && code.equals("<u1")) {
                return type;
            }
        }
        throw new IOException(file + ": element type " + code + " is not one of <f4, <f2, |u1");
    }
}
