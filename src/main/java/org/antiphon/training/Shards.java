package org.antiphon.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.Split;
import org.antiphon.training.preparation.Configuration;
import org.antiphon.training.preparation.Configuration.Skeletons;
import org.antiphon.training.preparation.Preparation;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.ShardReader;

/**
 * Prepared corpora, open for training. A folder that {@code prepare} has written is used as it is; any other is a corpus,
 * which is prepared first, with the skeletons that it brings.
 */
public final class Shards {

    private final List<Example> examples;

    private Shards(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    /**
     * Several corpora as one.
     *
     * @param data corpora, or folders of shards
     * @param cache folder of the shards of a corpus, for several of a folder of each one's name; null for {@code prepared} in
     *     each
     * @throws IOException naming what could not be prepared or opened
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
     * One corpus, or one folder of shards.
     *
     * @param cache folder of the shards of a corpus
     * @throws IOException naming what could not be prepared or opened
     */
    public static Shards open(Path data, Path cache, Progress progress) throws IOException {
        if (ShardIndex.isBegun(data)) {
            throw new IOException(data + " holds shards, but preparing them was not ended; run prepare once more");
        }
        return ShardIndex.isIn(data)
                ? new Shards(examples(data, ShardIndex.read(data)))
                : new Shards(examples(cache, prepared(data, cache, progress)));
    }

    private static ShardIndex prepared(Path data, Path cache, Progress progress) throws IOException {
        CorpusKind kind = Corpora.kind(data);
        return new Preparation(
                        kind,
                        Corpora.open(CorpusRequest.of(data).as(kind)),
                        cache,
                        new Configuration(Configuration.MINUTE, Skeletons.ANNOTATED),
                        Path.of("models"))
                .complete(Runtime.getRuntime().availableProcessors(), progress);
    }

    private static List<Example> examples(Path folder, ShardIndex index) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (PreparedRecording recording : index.recordings()) {
            for (PreparedRecording.Shard shard : recording.shards()) {
                examples.add(new Example(
                        recording, ShardReader.open(ShardIndex.shards(folder).resolve(shard.file()))));
            }
        }
        return examples;
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
