package org.antiphon.training.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardFileTest {

    private static final int FRAMES = 37;

    @TempDir
    private Path folder;

    @Test
    void givesBackEveryItemFromAnywhere() throws IOException {
        Map<Section, List<byte[]>> items = items(7);
        ShardReader reader = ShardReader.open(write("whole", items));
        assertThat(reader.frames()).isEqualTo(FRAMES);
        Random random = new Random(1);
        for (Section section : Section.values()) {
            assertThat(reader.items(section)).isEqualTo(items.get(section).size());
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(reader.items(section));
                int count = random.nextInt(reader.items(section) - from + 1);
                byte[] expected = joined(items.get(section).subList(from, from + count));
                assertThat(reader.read(section, from, count))
                        .as("%s from %d, %d", section, from, count)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void equalItemsAreEqualBytesAndTheHashIsTheirs() throws IOException {
        Path one = folder.resolve("one.shard");
        Path two = folder.resolve("two.shard");
        ShardWriter.Written written = write(one, items(3));
        write(two, items(3));
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        assertThat(written.sha256()).isEqualTo(Hashes.ofFile(one));
        assertThat(written.bytes()).isEqualTo(Files.size(one));
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws IOException {
        Path file = folder.resolve("begun.shard");
        try (ShardWriter writer = new ShardWriter(file, "test")) {
            writer.add(Section.SOUND, new byte[Section.SOUND.itemBytes()]);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anItemOfAnotherLengthIsRefused() throws IOException {
        try (ShardWriter writer = new ShardWriter(folder.resolve("wrong.shard"), "test")) {
            assertThatThrownBy(() -> writer.add(Section.FLOW, new byte[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("FLOW has 4608 bytes, got 3");
        }
    }

    @Test
    void aShardThatWasCutAnywhereIsNamed() throws IOException {
        Path whole = write("whole", items(5));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : List.of(0, 5, 19, bytes.length / 2, bytes.length - 1)) {
            Path cut = Files.write(folder.resolve("cut.shard"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ShardReader.open(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(ShardDamaged.class)
                    .hasMessageContaining("cut.shard is damaged")
                    .hasMessageContaining("run prepare once more");
        }
    }

    @Test
    void aByteThatChangedIsFoundWhereverItIs() throws IOException {
        Path whole = write("whole", items(5));
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("changed.shard"), changed);
            assertThatThrownBy(() -> readAll(file)).as("byte %d", at).satisfies(failure -> assertThat(
                            failure instanceof UncheckedIOException ? failure.getCause() : failure)
                    .isInstanceOf(ShardDamaged.class));
        }
    }

    @Test
    void picturesThatHardlyMoveTakeLittle() throws IOException {
        Random random = new Random(2);
        byte[] still = new byte[Section.PICTURES.itemBytes()];
        random.nextBytes(still);
        Map<Section, List<byte[]>> items = new EnumMap<>(Section.class);
        items.put(Section.PICTURES, new ArrayList<>());
        for (int f = 0; f < 80; f++) {
            byte[] picture = still.clone();
            picture[random.nextInt(picture.length)]++;
            items.get(Section.PICTURES).add(picture);
        }
        long bytes = write(folder.resolve("still.shard"), items).bytes();
        assertThat(bytes).isLessThan(80L * still.length / 6);
    }

    private static void readAll(Path file) throws IOException {
        ShardReader reader = ShardReader.open(file);
        for (Section section : Section.values()) {
            reader.read(section, 0, reader.items(section));
        }
    }

    private Path write(String name, Map<Section, List<byte[]>> items) throws IOException {
        Path file = folder.resolve(name + ".shard");
        write(file, items);
        return file;
    }

    private static ShardWriter.Written write(Path file, Map<Section, List<byte[]>> items) throws IOException {
        try (ShardWriter writer = new ShardWriter(file, "test")) {
            for (Map.Entry<Section, List<byte[]>> entry : items.entrySet()) {
                for (byte[] item : entry.getValue()) {
                    writer.add(entry.getKey(), item);
                }
            }
            return writer.finish(FRAMES);
        }
    }

    private static Map<Section, List<byte[]>> items(long seed) {
        Random random = new Random(seed);
        Map<Section, List<byte[]>> items = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            List<byte[]> list = new ArrayList<>();
            for (int f = 0; f < (section == Section.TRUE_FLOW ? FRAMES / 5 : FRAMES); f++) {
                byte[] item = new byte[section.itemBytes()];
                random.nextBytes(item);
                list.add(item);
            }
            items.put(section, list);
        }
        return items;
    }

    private static byte[] joined(List<byte[]> items) {
        byte[] out = new byte[items.stream().mapToInt(item -> item.length).sum()];
        int at = 0;
        for (byte[] item : items) {
            System.arraycopy(item, 0, out, at, item.length);
            at += item.length;
        }
        return out;
    }
}
