package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.ShardReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** How fast training reads windows, against the same pictures and flow uncompressed in a mapped file; in processor time. */
@Tag("heavy")
class ShardSpeedTest {

    private static final int WINDOW = 64;
    private static final int ROUNDS = 200;

    @Test
    void aWindowCostsLittleMoreThanUncompressed(@TempDir Path folder, TestReporter reporter) throws IOException {
        Path corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(corpus, 1, new Seed(6), List.of(Performer.VIOLIN), Progress.NONE);
        Path output = folder.resolve("shards");
        Shards shards = Shards.open(corpus, output, Progress.NONE);
        Example example = List.of(shards.train(), shards.validation(), shards.test()).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        int frames = example.timeline().videoFrames();
        Path shard = ShardIndex.shards(output)
                .resolve(example.recording().shards().get(0).file());
        ByteBuffer pictures = raw(folder.resolve("pictures"), shard, Section.PICTURES);
        ByteBuffer flow = raw(folder.resolve("flow"), shard, Section.FLOW);
        float[] seen = new float[WINDOW * Section.PICTURES.itemBytes()];
        float[] moved = new float[WINDOW * Section.FLOW.itemBytes()];
        IntConsumer compressed = from -> {
            example.frames(from, WINDOW, seen, 0);
            example.flow(from, WINDOW, moved, 0);
        };
        IntConsumer mapped = from -> {
            floats(pictures, from, Section.PICTURES.itemBytes(), seen);
            floats(flow, from, Section.FLOW.itemBytes(), moved);
        };
        time(compressed, frames);
        time(mapped, frames);
        double ours = time(compressed, frames);
        double raw = time(mapped, frames);
        double size = (double) Files.size(shard) / (pictures.capacity() + flow.capacity());
        reporter.publishEntry(
                "a window of 64 frames",
                String.format(
                        "%.1f ms compressed, %.1f ms mapped, ratio %.2f; shard with sound and all %.2f of raw pictures and flow",
                        ours, raw, ours / raw, size));
        assertThat(ours / raw).isLessThan(20);
        assertThat(size).isLessThan(0.5);
    }

    private static ByteBuffer raw(Path file, Path shard, Section section) throws IOException {
        ShardReader reader = ShardReader.open(shard);
        Files.write(file, reader.read(section, 0, reader.items(section)));
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The same arithmetic as an example's, from a mapped file. */
    private static void floats(ByteBuffer map, int from, int size, float[] out) {
        byte[] item = new byte[size];
        int channels = size == Section.PICTURES.itemBytes() ? 3 : 2;
        int plane = size / channels;
        for (int f = 0; f < WINDOW; f++) {
            map.get((from + f) * size, item);
            for (int p = 0; p < plane; p++) {
                for (int c = 0; c < channels; c++) {
                    out[f * size + c * plane + p] = (item[channels * p + c] & 0xFF) / 127.5f - 1;
                }
            }
        }
    }

    /** Milliseconds of this thread's processor time a window. */
    private static double time(IntConsumer read, int frames) {
        Random random = new Random(1);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            read.accept(random.nextInt(frames - WINDOW + 1));
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / ROUNDS;
    }
}
