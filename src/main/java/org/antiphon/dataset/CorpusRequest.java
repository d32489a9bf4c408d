package org.antiphon.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which corpus is wanted, and how it is to be read.
 *
 * @param folder where it lies
 * @param kind its layout; empty: found out by what lies there
 * @param boxes file of the {@link PlayerBoxes}; empty: {@value PlayerBoxes#FILE} beside the pieces if there is one
 * @param splits how it is split, where it does not say itself
 */
public record CorpusRequest(Path folder, Optional<CorpusKind> kind, Optional<Path> boxes, Splits splits) {

    /** That folder, whatever it is. */
    public static CorpusRequest of(Path folder) {
        return new CorpusRequest(folder, Optional.empty(), Optional.empty(), Splits.COMPOSITION);
    }

    /** The same as a corpus of that kind. */
    public CorpusRequest as(CorpusKind wanted) {
        return new CorpusRequest(folder, Optional.of(wanted), boxes, splits);
    }

    /** The same with boxes from that file. */
    public CorpusRequest boxes(Path file) {
        return new CorpusRequest(folder, kind, Optional.of(file), splits);
    }

    /** The same, split so. */
    public CorpusRequest splits(Splits wanted) {
        return new CorpusRequest(folder, kind, boxes, wanted);
    }
}
