package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.SkeletonErrors;

/** Prepares a corpus: the door of this package. */
public final class Preparation {

    private final CorpusKind kind;
    private final Corpus corpus;
    private final Path output;
    private final Configuration configuration;
    private final Path models;

    /**
     * @param kind of the corpus, as the index names it
     * @param output folder of shards, index and report
     * @param models folder of models; asked only where a skeleton must be found
     */
    public Preparation(CorpusKind kind, Corpus corpus, Path output, Configuration configuration, Path models) {
        this.kind = kind;
        this.corpus = corpus;
        this.output = output;
        this.configuration = configuration;
        this.models = models;
    }

    /**
     * What was done.
     *
     * @param made recordings that were prepared now
     * @param kept recordings that were there and whole
     * @param skipped recordings that cannot be used
     * @param index what the folder holds now
     */
    public record Result(int made, int kept, int skipped, ShardIndex index) {

        /** How far the model's skeletons are from annotated ones, by instrument, and of all; empty unless asked for. */
        public Map<String, SkeletonErrors> skeletonErrors() {
            return Report.errors(
                    index.recordings().stream().filter(PreparedRecording::used).toList());
        }
    }

    /** Other processes that prepare recordings with {@link Piecewise}. */
    @FunctionalInterface
    public interface Others {
        /** Returns when every one of so many recordings was prepared. @return how many were made, kept and skipped */
        Map<Done, Integer> work(int recordings) throws IOException;
    }

    /**
     * Prepares what is not there or not whole, on so many threads.
     *
     * @throws IOException if nothing can be used, the folder cannot be written to or another process works in it
     */
    public Result run(int threads, Progress progress) throws IOException {
        folders();
        try (FolderLock lock = FolderLock.take(output);
                Finder finder = finder()) {
            sweep();
            RecordingWork work = new RecordingWork(output, configuration, finder.source(), "1");
            return finish(all(corpus.recordings(), work, threads, progress), finder);
        }
    }

    /**
     * Lets others prepare, and writes index and report.
     *
     * @throws IOException as {@link #run} does
     */
    public Result together(Others others) throws IOException {
        folders();
        try (FolderLock lock = FolderLock.take(output);
                Finder finder = finder()) {
            sweep();
            return finish(others.work(corpus.recordings().size()), finder);
        }
    }

    /**
     * Single recordings for one of several processes.
     *
     * @param writer names the process
     */
    public Piecewise piecewise(String writer) throws IOException {
        folders();
        Finder finder = finder();
        return new Piecewise(
                corpus.recordings(),
                new RecordingWork(output, configuration, finder.source(), writer),
                finder.source());
    }

    private void folders() throws IOException {
        if (corpus.recordings().isEmpty()) {
            throw new IOException(
                    "the corpus holds no recording that can be used; " + String.join("; ", corpus.findings()));
        }
        Files.createDirectories(ShardIndex.shards(output));
        Files.createDirectories(output.resolve("recordings"));
    }

    /**
     * What the folder holds, if that is all of the corpus as it is now, without skeletons that had to be found; else prepares
     * what is missing. Looks at sizes, not at every byte: what is damaged is found when it is read.
     */
    public ShardIndex complete(int threads, Progress progress) throws IOException {
        Optional<ShardIndex> there = ShardIndex.find(output);
        if (there.isPresent() && isComplete(there.get())) {
            return there.get();
        }
        return run(threads, progress).index();
    }

    private boolean isComplete(ShardIndex index) throws IOException {
        List<Recording> recordings = corpus.recordings();
        Map<String, String> facts = configuration.facts(Optional.empty());
        boolean complete = index.recordings().size() == recordings.size();
        for (int i = 0; complete && i < recordings.size(); i++) {
            PreparedRecording prepared = index.recordings().get(i);
            complete = prepared.id().equals(recordings.get(i).id())
                    && prepared.fingerprint().equals(Sources.fingerprint(recordings.get(i), facts));
            for (PreparedRecording.Shard shard : prepared.shards()) {
                Path file = ShardIndex.shards(output).resolve(shard.file());
                complete &= Files.exists(file) && Files.size(file) == shard.bytes();
            }
        }
        return complete;
    }

    /** The model that finds skeletons, opened only where it is needed. */
    private record Finder(Optional<SkeletonSource> source) implements AutoCloseable {
        @Override
        public void close() {
            source.ifPresent(SkeletonSource::close);
        }
    }

    private Finder finder() {
        List<Recording> recordings = corpus.recordings();
        boolean needed =
                switch (configuration.skeletons()) {
                    case AUTO ->
                        recordings.stream()
                                .anyMatch(r -> r.filmed() && r.skeletonFile().isEmpty());
                    case ANNOTATED -> false;
                    case CHECK -> recordings.stream().anyMatch(Recording::filmed);
                };
        return new Finder(needed ? Optional.of(new ModelSkeletons(models)) : Optional.empty());
    }

    /** Removes what a process that was killed had begun, and the index: a folder that has one is whole. */
    private void sweep() throws IOException {
        ShardIndex.remove(output);
        for (Path folder : List.of(output, ShardIndex.shards(output), output.resolve("recordings"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".part")).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Map<Done, Integer> all(
            List<Recording> recordings, RecordingWork work, int threads, Progress progress) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        AtomicInteger done = new AtomicInteger();
        try {
            List<Future<Done>> futures = new ArrayList<>();
            for (Recording recording : recordings) {
                futures.add(workers.submit(() -> {
                    Done what = work.prepare(recording);
                    progress.at("preparing recordings", (double) done.incrementAndGet() / recordings.size());
                    return what;
                }));
            }
            Map<Done, Integer> counts = new EnumMap<>(Done.class);
            for (Future<Done> future : futures) {
                counts.merge(future.get(), 1, Integer::sum);
            }
            return counts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while recordings were prepared", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException("cannot go on preparing: " + Words.of(e.getCause()), e.getCause());
        } finally {
            workers.shutdownNow();
            settle(workers);
        }
    }

    /** Waits until nobody writes any more: what they use is closed next. */
    private static void settle(ExecutorService workers) {
        try {
            if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a recording is still being prepared a minute after it was to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes index and report from what is there of every recording. */
    private Result finish(Map<Done, Integer> counts, Finder finder) throws IOException {
        EntryFile entries = new EntryFile(output);
        List<PreparedRecording> prepared = new ArrayList<>();
        for (Recording recording : corpus.recordings()) {
            prepared.add(entries.read(recording.id())
                    .orElseThrow(() -> new IOException("recording " + recording.id() + " is not prepared")));
        }
        if (prepared.stream().noneMatch(PreparedRecording::used)) {
            throw new IOException("no recording can be used"
                    + prepared.stream()
                            .findFirst()
                            .flatMap(PreparedRecording::skipped)
                            .map(why -> "; the first: " + why)
                            .orElse(""));
        }
        ShardIndex index = new ShardIndex(
                ShardIndex.FORMAT, kind.label(), configuration.facts(finder.source()), prepared, corpus.findings());
        Map<String, Path> videos = new HashMap<>();
        corpus.recordings().forEach(r -> videos.put(r.video().getFileName().toString(), r.video()));
        Report.write(output, index, videos);
        index.write(output);
        return new Result(
                counts.getOrDefault(Done.MADE, 0),
                counts.getOrDefault(Done.KEPT, 0),
                counts.getOrDefault(Done.SKIPPED, 0),
                index);
    }
}
