package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {

    @TempDir
    Path folder;

    @Test
    void floatsComeBackAsTheyWere() throws IOException {
        Path file = folder.resolve("a.npy");
        float[] values = {0, -1.5f, 3.25e-9f, 1e20f, 7, 8};
        new NpyFile(new int[] {3, 2}, values).write(file, NpyFile.Type.FLOAT32);
        assertThat(NpyFile.read(file).shape()).containsExactly(3, 2);
        assertThat(NpyFile.read(file).values()).containsExactly(values);
    }

    @Test
    void headerIsPaddedToSixtyFourBytesAndSaysWhatNumpyExpects() throws IOException {
        Path file = folder.resolve("a.npy");
        new NpyFile(new int[] {2}, new float[] {1, 255}).write(file, NpyFile.Type.UINT8);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat((10 + buffer.getShort(8)) % 64).isZero();
        assertThat(new String(bytes, 10, 60, StandardCharsets.ISO_8859_1))
                .startsWith("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }");
        assertThat(NpyFile.read(file).values()).containsExactly(1, 255);
    }

    @Test
    void everyHalfSurvivesTheWayThroughFloat() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Half.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(Half.ofFloat(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void halvesRoundToTheNearestEven() {
        assertThat(Half.toFloat(Half.ofFloat(1 + 0x1p-11f))).isEqualTo(1f);
        assertThat(Half.toFloat(Half.ofFloat(1 + 3 * 0x1p-11f))).isEqualTo(1 + 0x1p-9f);
        assertThat(Half.toFloat(Half.ofFloat(1e9f))).isInfinite();
        assertThat(Half.toFloat(Half.ofFloat(Float.NaN))).isNaN();
        assertThat(Half.toFloat(Half.ofFloat(3e-8f))).isEqualTo(0x1p-24f, org.assertj.core.data.Offset.offset(1e-9f));
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        Path file = folder.resolve("short.npy");
        new NpyFile(new int[] {4}, new float[4]).write(file, NpyFile.Type.FLOAT32);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        assertThatThrownBy(() -> NpyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("short.npy")
                .hasMessageContaining("16 bytes");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> NpyFile.read(file)).hasMessageContaining("not an NPY file");
    }

    @Test
    void shapeAndValuesMustAgree() {
        assertThatThrownBy(() -> new NpyFile(new int[] {2, 2}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]");
    }
}
