package org.antiphon.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;

/**
 * A corpus made ready for training, one file a recording, made once and memory-mapped afterwards. A shard is written
 * whole or not at all, so preparing goes on where it stopped.
 */
public final class Shards {

    private final List<Example> examples;

    private Shards(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    /**
     * Several corpora as one.
     *
     * @param cache folder of the shards, for several corpora of a folder of each one's name; null for {@code prepared} in each
     * @throws IOException naming the recording that could not be prepared
     */
    public static Shards open(List<Path> data, Path cache, Progress progress) throws IOException {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Path corpus = data.get(i);
            Path own = cache == null
                    ? corpus.resolve("prepared")
                    : data.size() == 1
                            ? cache
                            : cache.resolve(corpus.toAbsolutePath().getFileName());
            all.addAll(open(corpus, own, progress.part((double) i / data.size(), (i + 1.0) / data.size())).examples);
        }
        return new Shards(all);
    }

    /**
     * Prepares what is not prepared yet, on all processors, and opens everything.
     *
     * @param cache folder of the shards
     * @throws IOException naming the recording that could not be prepared
     */
    public static Shards open(Path data, Path cache, Progress progress) throws IOException {
        Corpus corpus = Corpora.open(data);
        List<Recording> recordings = corpus.recordings();
        if (recordings.isEmpty()) {
            throw new IOException(
                    data + " holds no recording that can be used; " + String.join("; ", corpus.findings()));
        }
        Files.createDirectories(cache);
        AtomicInteger done = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Example>> futures = new ArrayList<>();
            for (Recording recording : recordings) {
                futures.add(workers.submit(() -> {
                    Example example = open(recording, cache);
                    progress.at("preparing recordings", (double) done.incrementAndGet() / recordings.size());
                    return example;
                }));
            }
            List<Example> examples = new ArrayList<>();
            for (Future<Example> future : futures) {
                examples.add(future.get());
            }
            return new Shards(examples);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while preparing " + data, e);
        } catch (ExecutionException e) {
            throw new IOException("cannot prepare " + data + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Example open(Recording recording, Path cache) throws IOException {
        Path file = cache.resolve(recording.id() + ".v" + ShardLayout.VERSION + ".shard");
        if (!Files.exists(file)) {
            ByteBuffer shard = new ShardBuilder().build(recording);
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                while (shard.hasRemaining()) {
                    channel.write(shard);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            ShardLayout layout = new ShardLayout(map.getInt(8), map.getInt(12) == 0);
            if (map.getInt(0) != ShardLayout.MAGIC || map.limit() != layout.size()) {
                throw new IOException(file + " is not a whole shard; delete it and prepare again");
            }
            return new Example(recording, map, layout);
        }
    }

    public List<Example> train() {
        return of(Split.TRAIN);
    }

    /** Without the recordings that nobody filmed. */
    Shards filmed() {
        return new Shards(examples.stream()
                .filter(example -> example.recording().filmed())
                .toList());
    }

    public List<Example> validation() {
        return of(Split.VALIDATION);
    }

    public List<Example> test() {
        return of(Split.TEST);
    }

    private List<Example> of(Split split) {
        return examples.stream()
                .filter(example -> example.recording().split() == split)
                .toList();
    }
}
