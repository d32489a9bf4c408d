package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.PlayerBoxes;
import org.antiphon.dataset.urmp.FoundBoxes;
import org.antiphon.dataset.urmp.UrmpCorpus;

/**
 * Where the players of a corpus are: as given, as known from a run before, or as found now.
 *
 * @param file that says it; empty where no piece has several players
 * @param doubts about what was found, one sentence each
 */
record KnownBoxes(Optional<Path> file, List<String> doubts) {

    /**
     * Takes the boxes that the request names or that lie beside the pieces; for pieces that have none, those of a run
     * before in {@code output}; finds what is lacking then, and writes all of them there.
     */
    static KnownBoxes of(CorpusRequest request, CorpusKind kind, Path output, Progress progress) throws IOException {
        if (kind != CorpusKind.URMP) {
            return new KnownBoxes(request.boxes(), List.of());
        }
        Path file = output.resolve(PlayerBoxes.FILE);
        PlayerBoxes before = Files.isRegularFile(file) ? PlayerBoxes.read(file) : PlayerBoxes.NONE;
        PlayerBoxes known = UrmpCorpus.boxes(request).and(before);
        FoundBoxes found = FoundBoxes.of(Corpora.open(request.as(kind)), known, progress);
        if (found.boxes().pieces().isEmpty()) {
            return new KnownBoxes(request.boxes(), found.doubts());
        }
        Files.createDirectories(output);
        found.boxes().write(file);
        return new KnownBoxes(Optional.of(file), found.doubts());
    }
}
