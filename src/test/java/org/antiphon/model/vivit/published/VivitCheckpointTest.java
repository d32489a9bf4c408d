package org.antiphon.model.vivit.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Safetensors.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VivitCheckpointTest {

    private static final String MODEL = "model.safetensors";

    @TempDir
    Path folder;

    private Map<String, Tensor> tensors;

    @BeforeEach
    void copy() throws IOException {
        Golden.copy(folder);
        tensors = new LinkedHashMap<>(Safetensors.read(folder.resolve(MODEL)));
    }

    private float[] logits(Path checkpoint) throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                VivitReader reader = VivitReader.open(
                        checkpoint, VivitReader.Rule.CHECKPOINT, VivitReader.Precision.FLOAT32, manager)) {
            return reader.see(window()).logits().orElseThrow();
        }
    }

    private static float[] window() throws IOException {
        float[] both = Safetensors.read(Golden.FOLDER.resolve("expected.safetensors"))
                .get("pixel_values")
                .values();
        return Arrays.copyOf(both, both.length / 2);
    }

    private static float[] expectedLogits() throws IOException {
        return Arrays.copyOf(
                Safetensors.read(Golden.FOLDER.resolve("expected.safetensors"))
                        .get("logits")
                        .values(),
                5);
    }

    @Test
    void readsKeysWithAndWithoutPrefixAndLeavesAPoolerAside() throws IOException {
        Map<String, Tensor> plain = new LinkedHashMap<>();
        tensors.forEach((key, tensor) -> plain.put(key.replaceFirst("^vivit\\.", ""), tensor));
        plain.put("pooler.dense.weight", new Tensor(new float[48 * 48], new long[] {48, 48}));
        Safetensors.write(folder.resolve(MODEL), plain, false);
        assertThat(Golden.largestDifference(logits(folder), expectedLogits())).isLessThan(1e-4);
    }

    @Test
    void readsAConfigOfTheOldKind() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst("\"image_size\": 32", "\"video_size\": [8, 32, 32]")
                        .replaceFirst("\"num_frames\": 8,", ""));
        assertThat(Files.readString(config)).doesNotContain("num_frames");
        assertThat(Golden.largestDifference(logits(folder), expectedLogits())).isLessThan(1e-4);
    }

    @Test
    void readsHalvesOfBothKinds() throws IOException {
        Safetensors.write(folder.resolve(MODEL), tensors, true);
        assertThat(Golden.largestDifference(logits(folder), expectedLogits())).isBetween(1e-7, 0.1);
        writeBfloat16(folder.resolve(MODEL));
        assertThat(Golden.largestDifference(logits(folder), expectedLogits())).isBetween(1e-7, 0.5);
    }

    private void writeBfloat16(Path file) throws IOException {
        StringBuilder header = new StringBuilder("{");
        int at = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            int size = 2 * entry.getValue().values().length;
            header.append(at == 0 ? "" : ",")
                    .append('"')
                    .append(entry.getKey())
                    .append("\":{\"dtype\":\"BF16\",\"shape\":")
                    .append(Arrays.toString(entry.getValue().shape()))
                    .append(",\"data_offsets\":[" + at + "," + (at + size) + "]}");
            at += size;
        }
        byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + at).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        tensors.values().forEach(tensor -> {
            for (float value : tensor.values()) {
                bytes.putShort((short) ((Float.floatToIntBits(value) + 0x8000) >>> 16));
            }
        });
        Files.write(file, bytes.array());
    }

    @Test
    void readsACheckpointOfSeveralFiles() throws IOException {
        Map<String, Tensor> first = new LinkedHashMap<>();
        Map<String, Tensor> second = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder("{\"metadata\":{},\"weight_map\":{");
        tensors.forEach((key, tensor) -> {
            boolean early = first.size() < 20;
            index.append(first.isEmpty() ? "" : ",").append('"').append(key).append("\":\"part-");
            index.append(early ? 1 : 2).append(".safetensors\"");
            (early ? first : second).put(key, tensor);
        });
        Safetensors.write(folder.resolve("part-1.safetensors"), first, false);
        Safetensors.write(folder.resolve("part-2.safetensors"), second, false);
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.append("}}"));
        Files.delete(folder.resolve(MODEL));
        assertThat(Golden.largestDifference(logits(folder), expectedLogits())).isLessThan(1e-4);
    }

    @Test
    void namesAKeyThatIsMissingAndOneOfAnotherShape() throws IOException {
        String key = "vivit.encoder.layer.1.output.dense.weight";
        tensors.put(key, new Tensor(new float[48 * 95], new long[] {48, 95}));
        Safetensors.write(folder.resolve(MODEL), tensors, false);
        assertThatThrownBy(() -> logits(folder))
                .isInstanceOf(VivitCheckpoint.Misfit.class)
                .hasMessageContaining(key)
                .hasMessageContaining("[48, 95]")
                .hasMessageContaining("[48, 96]");
        tensors.remove(key);
        Safetensors.write(folder.resolve(MODEL), tensors, false);
        assertThatThrownBy(() -> logits(folder))
                .hasMessageContaining(key)
                .hasMessageContaining("missing")
                .hasMessageContaining("[48, 96]");
    }

    @Test
    void saysHowToConvertAPickle() throws IOException {
        Files.move(folder.resolve(MODEL), folder.resolve("pytorch_model.bin"));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pytorch_model.bin")
                .hasMessageContaining("save_pretrained");
    }

    @Test
    void namesWhatIsNotThere() throws IOException {
        Files.delete(folder.resolve(MODEL));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder)).hasMessageContaining(MODEL);
        Files.delete(folder.resolve("config.json"));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder)).hasMessageContaining("config.json");
    }

    @Test
    void refusesAConfigOfAnotherModelAndSizesThatDoNotGoTogether() throws IOException {
        Path config = folder.resolve("config.json");
        String good = Files.readString(config);
        Files.writeString(config, good.replace("\"model_type\": \"vivit\"", "\"model_type\": \"vit\""));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder))
                .hasMessageContaining("config.json")
                .hasMessageContaining("model_type");
        Files.writeString(config, good.replace("\"num_attention_heads\": 4", "\"num_attention_heads\": 5"));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder)).hasMessageContaining("5 heads");
        Files.writeString(config, good.replace("gelu_fast", "swish"));
        assertThatThrownBy(() -> VivitCheckpoint.open(folder)).hasMessageContaining("hidden_act");
    }
}
