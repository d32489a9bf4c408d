package org.antiphon.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWroteInOrder() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b.weight", new Tensor(new float[] {1, -2, 3.5f, 0, 1e-5f, 7}, new long[] {2, 3}));
        tensors.put("a.scale", new Tensor(new float[] {0.25f}, new long[] {}));
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, tensors, false);
        Map<String, Tensor> read = Safetensors.read(file);
        assertThat(read.keySet()).containsExactly("b.weight", "a.scale");
        assertThat(read.get("b.weight").values()).containsExactly(1, -2, 3.5f, 0, 1e-5f, 7);
        assertThat(read.get("b.weight").shape()).containsExactly(2, 3);
        assertThat(read.get("a.scale").shape()).isEmpty();
    }

    @Test
    void halvesTakeHalfTheSpace() throws IOException {
        Map<String, Tensor> tensors = Map.of("w", new Tensor(new float[4000], new long[] {4000}));
        Safetensors.write(folder.resolve("f32"), tensors, false);
        Safetensors.write(folder.resolve("f16"), tensors, true);
        assertThat(Files.size(folder.resolve("f32")) - Files.size(folder.resolve("f16")))
                .isEqualTo(8000);
    }

    @Test
    void refusesOffsetsThatPointOutsideTheFile() throws IOException {
        Path file = raw("{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 8);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tensor w");
    }

    @Test
    void refusesAShapeThatDoesNotFillItsOffsets() throws IOException {
        Path file = raw("{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,16]}}", 16);
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("tensor w");
    }

    @Test
    void refusesAFileThatIsSomethingElse() throws IOException {
        Path file = folder.resolve("note.txt");
        Files.writeString(file, "no weights here at all");
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("note.txt");
        Files.writeString(file, "hi");
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void namesAnUnknownType() throws IOException {
        Path file = raw("{\"w\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8);
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("I64");
    }

    private Path raw(String header, int data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        return Files.write(folder.resolve("raw.safetensors"), bytes.array());
    }
}
