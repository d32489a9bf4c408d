package org.antiphon.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Safetensors.Tensor;

/**
 * A safetensors file that is open: its header is known, tensors are read one at a time, so that a large file needs the
 * memory of one tensor. Reads F32, F16 and BF16 as float. A file that lies about its offsets is refused.
 */
public final class SafetensorsFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_HEADER = 100_000_000;
    private static final int PIECE = 1 << 20; // bytes read at once

    private final Path file;
    private final FileChannel channel;
    private final long data;
    private final Map<String, JsonNode> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafetensorsFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        long header = size < 8 ? -1 : bytes(0, 8).getLong();
        if (header < 2 || header > LONGEST_HEADER || 8 + header > size) {
            throw new IOException(file + " is not a safetensors file: header of " + header + " bytes");
        }
        data = 8 + header;
        String json = new String(bytes(8, (int) header).array(), StandardCharsets.UTF_8);
        Iterator<Map.Entry<String, JsonNode>> fields = JSON.readTree(json).fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().equals("__metadata__")) {
                field.getValue()
                        .fields()
                        .forEachRemaining(
                                e -> metadata.put(e.getKey(), e.getValue().asText()));
            } else {
                entries.put(field.getKey(), field.getValue());
            }
        }
    }

    /** @throws IOException naming the file and what is wrong with it */
    public static SafetensorsFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new SafetensorsFile(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return file;
    }

    /** What the file says of itself. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    /** Names and shapes of all tensors, in the order of the header. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        entries.forEach((name, entry) -> shapes.put(name, shape(entry)));
        return shapes;
    }

    private static long[] shape(JsonNode entry) {
        long[] shape = new long[entry.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").path(i).asLong();
        }
        return shape;
    }

    /**
     * Reads one tensor.
     *
     * @throws IOException naming file and tensor if it is not there, is of another type, or does not fit its offsets
     */
    public Tensor read(String name) throws IOException {
        JsonNode entry = entries.get(name);
        if (entry == null) {
            throw new IOException(file + " holds no tensor " + name);
        }
        String type = entry.path("dtype").asText();
        int width = type.equals("F32") ? 4 : type.equals("F16") || type.equals("BF16") ? 2 : 0;
        long begin = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        long[] shape = shape(entry);
        long count = 1;
        for (long axis : shape) {
            count = Math.multiplyExact(count, axis);
        }
        if (width == 0) {
            throw new IOException(file + ": tensor " + name + " has type " + type + ", can read F32, F16, BF16");
        }
        if (begin < 0 || end - begin != count * width || data + end > channel.size() || count > Integer.MAX_VALUE) {
            throw new IOException(file + ": tensor " + name + " does not fit its offsets " + begin + " to " + end);
        }
        float[] values = new float[(int) count];
        int perPiece = PIECE / width;
        for (int from = 0; from < values.length; from += perPiece) {
            int n = Math.min(perPiece, values.length - from);
            decode(type, bytes(data + begin + (long) from * width, n * width), values, from, n);
        }
        return new Tensor(values, shape);
    }

    private static void decode(String type, ByteBuffer bytes, float[] values, int from, int count) {
        switch (type) {
            case "F32" -> bytes.asFloatBuffer().get(values, from, count);
            case "F16" -> {
                for (int i = 0; i < count; i++) {
                    values[from + i] = Half.toFloat(bytes.getShort());
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    values[from + i] = Float.intBitsToFloat(bytes.getShort() << 16);
                }
            }
        }
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(file + " ends in the middle of a tensor");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
