package org.antiphon.model.vivit.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Features with their times, written as they come: a safetensors file with {@code features} (slots, dim) and
 * {@code times} (slots), the middle of each slot in seconds. The file stands under its name only when it is whole.
 */
public final class FeatureFile implements AutoCloseable {

    private final Path file;
    private final Path rows;
    private final OutputStream out;
    private final int dim;
    private final double slotSeconds;
    private long slots;

    /** @throws IOException if there is no writing beside {@code file} */
    public FeatureFile(Path file, int dim, double slotSeconds) throws IOException {
        this.file = file;
        this.dim = dim;
        this.slotSeconds = slotSeconds;
        rows = file.resolveSibling(file.getFileName() + ".rows");
        out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16);
    }

    public void add(float[] features) throws IOException {
        if (features.length != dim) {
            throw new IllegalArgumentException("a slot has " + dim + " features, got " + features.length);
        }
        out.write(bytes(features));
        slots++;
    }

    private static byte[] bytes(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    public long slots() {
        return slots;
    }

    /** Puts header, times and features together under the file's name. */
    public void finish(Map<String, String> metadata) throws IOException {
        out.close();
        ObjectNode header = new ObjectMapper().createObjectNode();
        ObjectNode said = header.putObject("__metadata__");
        metadata.forEach(said::put);
        ObjectNode times = header.putObject("times");
        times.put("dtype", "F32");
        times.putArray("shape").add(slots);
        times.putArray("data_offsets").add(0).add(4 * slots);
        ObjectNode features = header.putObject("features");
        features.put("dtype", "F32");
        features.putArray("shape").add(slots).add(dim);
        features.putArray("data_offsets").add(4 * slots).add(4 * slots * (1 + dim));
        String text = header.toString();
        byte[] json = (text + " ".repeat((8 - text.getBytes(StandardCharsets.UTF_8).length % 8) % 8))
                .getBytes(StandardCharsets.UTF_8);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream whole = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            whole.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            whole.write(json);
            for (long slot = 0; slot < slots; slot++) {
                whole.write(bytes((float) ((slot + 0.5) * slotSeconds)));
            }
            Files.copy(rows, whole);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind but the finished file. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(rows);
    }
}
