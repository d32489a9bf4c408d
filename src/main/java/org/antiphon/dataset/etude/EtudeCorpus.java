package org.antiphon.dataset.etude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.urmp.UrmpCorpus;
import org.antiphon.dataset.urmp.UrmpCorpus.Assignment;

/** A corpus of etudes on disk: read like URMP, with compositions and splits from its manifest. */
public final class EtudeCorpus implements Corpus {

    private final UrmpCorpus recordings;

    private EtudeCorpus(UrmpCorpus recordings) {
        this.recordings = recordings;
    }

    /** Whether there is a manifest in that folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json"));
    }

    /**
     * Reads a folder with {@code manifest.json} and {@code dataset/}.
     *
     * @throws IOException naming the folder, file or recording that is missing
     */
    public static EtudeCorpus open(Path folder) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            throw new IOException(folder + ": holds no corpus of etudes (manifest.json is missing)");
        }
        Map<String, Assignment> assignments = new HashMap<>();
        JsonNode root = new ObjectMapper().readTree(manifest.toFile());
        for (JsonNode entry : root.path("recordings")) {
            assignments.put(
                    entry.path("dir").asText(),
                    new Assignment(
                            entry.path("composition").asText(),
                            Split.ofLabel(entry.path("split").asText())));
        }
        UrmpCorpus corpus =
                UrmpCorpus.open(folder.resolve("dataset"), name -> Optional.ofNullable(assignments.get(name)));
        if (corpus.recordings().size() != assignments.size()) {
            throw new IOException(manifest + " names " + assignments.size() + " recordings, found "
                    + corpus.recordings().size() + "; " + String.join("; ", corpus.findings()));
        }
        return new EtudeCorpus(corpus);
    }

    @Override
    public List<Recording> recordings() {
        return recordings.recordings();
    }

    @Override
    public List<String> findings() {
        return recordings.findings();
    }
}
