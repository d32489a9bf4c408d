package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointFileTest {

    @TempDir
    Path folder;

    /** (rows, 3, 2): element i is i. */
    private static ByteBuffer counted(int rows) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * 6 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows * 6; i++) {
            bytes.putFloat(i);
        }
        return bytes.flip();
    }

    @Test
    void aRawArrayAndAnNpyFileReadAlike() throws IOException {
        Path raw = folder.resolve("raw.npy");
        Files.write(raw, counted(5).array());
        float[] values = new float[30];
        counted(5).asFloatBuffer().get(values);
        Path npy = folder.resolve("true.npy");
        new NpyFile(new int[] {5, 3, 2}, values).write(npy, NpyFile.Type.FLOAT32);
        for (Path file : new Path[] {raw, npy}) {
            assertThat(PointFile.rows(file, 2)).isEqualTo(5);
            float[][][] points = new PointFile(file, 2, 1, 3).read(1, 9);
            assertThat(points).hasDimensions(2, 2);
            assertThat(points[0][0]).containsExactly(12, 14, 16); // row 2: x, y and confidence of point 0
            assertThat(points[1][1]).containsExactly(19, 21, 23);
            assertThat(PointFile.whole(file, 2).read(0, Long.MAX_VALUE)).hasDimensions(5, 2);
            assertThat(PointFile.whole(file, 2).read(7, 9)).isEmpty();
        }
    }

    @Test
    void rowsBeyondTwoGigabytesAreReached() throws IOException {
        Path file = folder.resolve("large.npy");
        long rows = 5_976_615;
        long row = 3 * 47 * 4;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer last = ByteBuffer.allocate((int) row).order(ByteOrder.LITTLE_ENDIAN);
            last.putFloat(4 * 46, 7f).putFloat(4 * (46 + 47), 8f).putFloat(4 * (46 + 94), 0.5f);
            channel.write(last, (rows - 1) * row); // a hole before it: the file takes next to no room
        }
        assertThat(Files.size(file)).isEqualTo(3_370_810_860L);
        assertThat(PointFile.rows(file, 47)).isEqualTo(rows);
        float[][][] points = new PointFile(file, 47, rows - 3, 3).read(0, 3);
        assertThat(points[2][46]).containsExactly(7, 8, 0.5f);
        assertThat(points[0][46]).containsExactly(0, 0, 0);
    }

    @Test
    void aRawArrayThatEndsInsideARowGivesTheWholeOnes() throws IOException {
        Path file = folder.resolve("ends.npy");
        Files.write(file, java.util.Arrays.copyOf(counted(5).array(), 5 * 24 - 7));
        assertThat(PointFile.rows(file, 2)).isEqualTo(4);
        assertThat(PointFile.rest(file, 2)).isEqualTo(17);
        assertThat(PointFile.whole(file, 2).read(3, 9)).hasDimensions(1, 2);
    }

    @Test
    void aPointThatIsNoFiniteNumberWasNotSeen() throws IOException {
        Path file = folder.resolve("nan.npy");
        ByteBuffer bytes = counted(2);
        bytes.putFloat(0, Float.NaN).putFloat(24 + 12, Float.POSITIVE_INFINITY);
        Files.write(file, bytes.array());
        float[][][] points = PointFile.whole(file, 2).read(0, 2);
        assertThat(points[0][0]).containsExactly(0, 0, 0); // x is not a number
        assertThat(points[0][1]).containsExactly(1, 3, 5);
        assertThat(points[1][1]).containsExactly(0, 0, 0); // y is not finite
    }

    @Test
    void whatIsNoSuchArrayIsRefusedByName() throws IOException {
        Path cut = folder.resolve("cut.npy");
        Files.write(cut, new byte[100]);
        assertThatThrownBy(() -> PointFile.rows(cut, 47))
                .hasMessageContaining("cut.npy: 100 bytes are less than a row");
        Path other = folder.resolve("other.npy");
        new NpyFile(new int[] {2, 47, 3}, new float[282]).write(other, NpyFile.Type.FLOAT32);
        assertThatThrownBy(() -> PointFile.rows(other, 47)).hasMessageContaining("(frames, 3, 47)");
        Path small = folder.resolve("small.npy");
        Files.write(small, counted(5).array());
        assertThatThrownBy(() -> new PointFile(small, 2, 4, 3).read(0, 1))
                .hasMessageContaining("has 5 rows, rows to 7");
    }
}
