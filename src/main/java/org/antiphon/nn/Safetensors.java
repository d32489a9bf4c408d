package org.antiphon.nn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors file format: u64 header length, JSON header, raw little-endian row-major tensors. Reads F32, F16 and
 * BF16 as float; writes F32 or F16. A file that lies about its offsets is refused.
 */
public final class Safetensors {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (String name : open.shapes().keySet()) {
                tensors.put(name, open.read(name));
            }
            return tensors;
        }
    }

    /** As {@link #write(Path, Map, boolean, Map)}, without metadata. */
    public static void write(Path file, Map<String, Tensor> tensors, boolean half) throws IOException {
        write(file, tensors, half, Map.of());
    }

    /**
     * Writes atomically: a reader sees the old file or the whole new one.
     *
     * @param half stores F16 instead of F32
     * @param metadata what the file says of itself
     */
    public static void write(Path file, Map<String, Tensor> tensors, boolean half, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode said = header.putObject("__metadata__");
            metadata.forEach(said::put);
        }
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
