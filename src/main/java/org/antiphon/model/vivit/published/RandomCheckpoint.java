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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a checkpoint of random weights in the published layout, for measuring speed and memory: they do not depend on
 * what the weights are. Needs next to no memory itself.
 */
public final class RandomCheckpoint {

    private static final double SPREAD = 0.04; // uniform, of about the deviation that ViViT begins with
    private static final ObjectMapper JSON = new ObjectMapper();

    private RandomCheckpoint() {}

    /** Writes {@code config.json}, {@code model.safetensors} and a scenic {@code preprocessor_config.json}. */
    public static void write(Path folder, VivitSizes sizes, long seed) throws IOException {
        Files.createDirectories(folder);
        JSON.writeValue(folder.resolve("config.json").toFile(), config(sizes));
        JSON.writeValue(folder.resolve(PixelRule.FILE).toFile(), pixels(sizes));
        Map<String, long[]> shapes = shapes(sizes);
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
            ObjectNode tensor = header.putObject(entry.getKey());
            tensor.put("dtype", "F32");
            var shape = tensor.putArray("shape");
            for (long axis : entry.getValue()) {
                shape.add(axis);
            }
            long bytes = 4 * count(entry.getValue());
            tensor.putArray("data_offsets").add(offset).add(offset + bytes);
            offset += bytes;
        }
        String text = header.toString();
        byte[] json = (text + " ".repeat((8 - text.length() % 8) % 8)).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("model.safetensors")), 1 << 16)) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            out.write(json);
            SplittableRandom random = new SplittableRandom(seed);
            for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
                boolean gain = entry.getKey().matches(".*layernorm[a-z_]*\\.weight");
                values(out, count(entry.getValue()), gain ? 1 : 0, random);
            }
        }
    }

    private static ObjectNode config(VivitSizes sizes) {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add("VivitForVideoClassification");
        config.put("model_type", "vivit");
        config.put("image_size", sizes.height());
        config.put("num_frames", sizes.frames());
        config.putArray("tubelet_size")
                .add(sizes.slotFrames())
                .add(sizes.patchHeight())
                .add(sizes.patchWidth());
        config.put("num_channels", sizes.channels());
        config.put("hidden_size", sizes.dim());
        config.put("num_hidden_layers", sizes.layers());
        config.put("num_attention_heads", sizes.heads());
        config.put("intermediate_size", sizes.hidden());
        config.put("hidden_act", sizes.activation());
        config.put("layer_norm_eps", sizes.epsilon());
        config.put("qkv_bias", true);
        ObjectNode names = config.putObject("id2label");
        ObjectNode numbers = config.putObject("label2id");
        for (int i = 0; i < sizes.labels(); i++) {
            names.put(String.valueOf(i), "LABEL_" + i);
            numbers.put("LABEL_" + i, i);
        }
        return config;
    }

    private static ObjectNode pixels(VivitSizes sizes) {
        PixelRule scenic = PixelRule.scenic(sizes);
        ObjectNode file = JSON.createObjectNode();
        file.put("image_processor_type", "VivitImageProcessor");
        file.putObject("size").put("shortest_edge", scenic.shortestEdge());
        file.putObject("crop_size").put("height", sizes.height()).put("width", sizes.width());
        file.put("rescale_factor", scenic.factor());
        file.put("do_normalize", false);
        return file;
    }

    /** Every key of the published layout, with its shape. */
    private static Map<String, long[]> shapes(VivitSizes sizes) {
        long d = sizes.dim();
        long h = sizes.hidden();
        Map<String, long[]> shapes = new LinkedHashMap<>();
        String embeddings = "vivit.embeddings.";
        shapes.put(embeddings + "cls_token", new long[] {1, 1, d});
        shapes.put(embeddings + "position_embeddings", new long[] {1, sizes.tokens(), d});
        shapes.put(
                embeddings + "patch_embeddings.projection.weight",
                new long[] {d, sizes.channels(), sizes.slotFrames(), sizes.patchHeight(), sizes.patchWidth()});
        shapes.put(embeddings + "patch_embeddings.projection.bias", new long[] {d});
        for (int i = 0; i < sizes.layers(); i++) {
            String at = "vivit.encoder.layer." + i + ".";
            for (String name : new String[] {"query", "key", "value"}) {
                pair(shapes, at + "attention.attention." + name, d, d);
            }
            pair(shapes, at + "attention.output.dense", d, d);
            pair(shapes, at + "intermediate.dense", h, d);
            pair(shapes, at + "output.dense", d, h);
            pair(shapes, at + "layernorm_before", d);
            pair(shapes, at + "layernorm_after", d);
        }
        pair(shapes, "vivit.layernorm", d);
        pair(shapes, "classifier", sizes.labels(), d);
        return shapes;
    }

    private static void pair(Map<String, long[]> shapes, String name, long... weight) {
        shapes.put(name + ".weight", weight);
        shapes.put(name + ".bias", new long[] {weight[0]});
    }

    private static long count(long[] shape) {
        long count = 1;
        for (long axis : shape) {
            count *= axis;
        }
        return count;
    }

    private static void values(OutputStream out, long count, double mean, SplittableRandom random) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < count; i++) {
            if (!piece.hasRemaining()) {
                out.write(piece.array());
                piece.clear();
            }
            piece.putFloat((float) (mean + SPREAD * (random.nextInt() * 0x1p-31)));
        }
        out.write(piece.array(), 0, piece.position());
    }
}
