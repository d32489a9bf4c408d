package org.antiphon.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors file format: u64 header length, JSON header, raw little-endian row-major tensors. Reads F32, F16 and
 * BF16 as float; writes F32 or F16. A file that lies about its offsets is refused.
 */
public final class Safetensors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** A tensor in memory: row-major values and their shape. */
    public record Tensor(float[] values, long[] shape) {

        /** @throws IllegalArgumentException if the shape does not hold the values */
        public Tensor {
            long size = 1;
            for (long axis : shape) {
                size *= axis;
            }
            if (size != values.length) {
                throw new IllegalArgumentException("shape holds " + size + " values, got " + values.length);
            }
        }
    }

    /**
     * Reads every tensor, in file order.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            ByteBuffer length = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(8, size));
            long header = size < 8 ? -1 : length.order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header < 2 || header > LONGEST_HEADER || 8 + header > size) {
                throw new IOException(file + " is not a safetensors file: header of " + header + " bytes");
            }
            byte[] json = new byte[(int) header];
            channel.map(FileChannel.MapMode.READ_ONLY, 8, header).get(json);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            Iterator<Map.Entry<String, JsonNode>> fields =
                    JSON.readTree(new String(json, StandardCharsets.UTF_8)).fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!field.getKey().equals("__metadata__")) {
                    tensors.put(field.getKey(), tensor(file, channel, 8 + header, field.getKey(), field.getValue()));
                }
            }
            return tensors;
        }
    }

    private static Tensor tensor(Path file, FileChannel channel, long data, String name, JsonNode entry)
            throws IOException {
        String type = entry.path("dtype").asText();
        int width = type.equals("F32") ? 4 : type.equals("F16") || type.equals("BF16") ? 2 : 0;
        long begin = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        long[] shape = new long[entry.path("shape").size()];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").path(i).asLong();
            count = Math.multiplyExact(count, shape[i]);
        }
        if (width == 0) {
            throw new IOException(file + ": tensor " + name + " has type " + type + ", can read F32, F16, BF16");
        }
        if (begin < 0 || end - begin != count * width || data + end > channel.size() || count > Integer.MAX_VALUE) {
            throw new IOException(file + ": tensor " + name + " does not fit its offsets " + begin + " to " + end);
        }
        ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, data + begin, end - begin)
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case "F32" -> bytes.getFloat();
                case "F16" -> Half.toFloat(bytes.getShort());
                default -> Float.intBitsToFloat(bytes.getShort() << 16);
            };
        }
        return new Tensor(values, shape);
    }

    /** Writes atomically: a reader sees the old file or the whole new one. {@code half} stores F16. */
    public static void write(Path file, Map<String, Tensor> tensors, boolean half) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", half ? "F16" : "F32");
            for (long axis : entry.getValue().shape()) {
                node.withArray("shape").add(axis);
            }
            if (entry.getValue().shape().length == 0) {
                node.putArray("shape");
            }
            long bytes = (long) entry.getValue().values().length * (half ? 2 : 4);
            node.putArray("data_offsets").add(offset).add(offset + bytes);
            offset += bytes;
        }
        byte[] text = JSON.writeValueAsBytes(header);
        int padding = (8 - text.length % 8) % 8;
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(text.length + padding)
                    .array());
            out.write(text);
            out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
            for (Tensor tensor : tensors.values()) {
                out.write(encode(tensor.values(), half));
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] encode(float[] values, boolean half) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) {
                bytes.putShort(Half.fromFloat(value));
            } else {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }
}
