package org.antiphon.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads float32 tensors from a golden safetensors file on the class path. */
public final class GoldenTensors {

    private final String header;
    private final ByteBuffer data;

    public GoldenTensors(String resource) {
        try (InputStream in = GoldenTensors.class.getResourceAsStream(resource)) {
            ByteBuffer all = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int length = (int) all.getLong();
            header = new String(all.array(), 8, length, StandardCharsets.UTF_8);
            data = all.position(8 + length).slice().order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    public float[] read(String name) {
        Matcher entry = Pattern.compile("\"" + name + "\":\\{[^}]*\"data_offsets\":\\[(\\d+), *(\\d+)\\]")
                .matcher(header);
        if (!entry.find()) {
            throw new IllegalArgumentException("no tensor " + name + " in " + header);
        }
        int from = Integer.parseInt(entry.group(1));
        float[] values = new float[(Integer.parseInt(entry.group(2)) - from) / 4];
        data.position(from)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
