package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.Splits;

/**
 * What is to be prepared, from where to where and how.
 *
 * @param kind layout of the corpus
 * @param data its folder
 * @param boxes where players are in pictures of several; empty: as the corpus says
 * @param splits how it is split, where it does not say itself
 * @param output folder of shards, index and report
 * @param configuration what shards are made with
 * @param models folder of models; asked only where a skeleton must be found
 */
public record CorpusOrder(
        CorpusKind kind,
        Path data,
        Optional<Path> boxes,
        Splits splits,
        Path output,
        Configuration configuration,
        Path models) {

    /** The same with folders that any process on this machine finds. */
    public CorpusOrder absolute() {
        return new CorpusOrder(
                kind, whole(data), boxes.map(CorpusOrder::whole), splits, whole(output), configuration, whole(models));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** @throws IOException naming what is missing of the corpus */
    public Preparation open() throws IOException {
        CorpusRequest request = CorpusRequest.of(data).as(kind).splits(splits);
        return new Preparation(
                kind, Corpora.open(boxes.map(request::boxes).orElse(request)), output, configuration, models);
    }
}
