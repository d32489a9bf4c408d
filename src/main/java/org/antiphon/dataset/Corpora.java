package org.antiphon.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.antiphon.dataset.etude.EtudeCorpus;
import org.antiphon.dataset.folder.FolderCorpus;
import org.antiphon.dataset.solos.SolosCorpus;
import org.antiphon.dataset.urmp.UrmpCorpus;

/** The one door to all corpora: opens a folder as what it is said or found to be. */
public final class Corpora {

    private Corpora() {}

    /** Opens the folder as what it is found to be; see {@link #open(CorpusRequest)}. */
    public static Corpus open(Path folder) throws IOException {
        return open(CorpusRequest.of(folder));
    }

    /**
     * Opens a corpus. What is missing, unexpected or left out is told by {@link Corpus#findings()}; the rest is used.
     *
     * @throws IOException naming the folder or file that is missing or cannot be read, and what would help
     */
    public static Corpus open(CorpusRequest request) throws IOException {
        return switch (request.kind().isPresent() ? request.kind().get() : kind(request.folder())) {
            case ETUDE -> EtudeCorpus.open(request.folder());
            case URMP -> UrmpCorpus.open(request);
            case SOLOS -> SolosCorpus.open(request.folder());
            case FOLDER -> FolderCorpus.open(request.folder());
        };
    }

    /**
     * What a folder holds: etudes if it has their manifest, URMP if it has folders named like its pieces, Solos if it has
     * its index files, both also in a folder at most three deep; else any videos.
     *
     * @throws IOException naming the folder if it is none or holds nothing of this
     */
    public static CorpusKind kind(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "not a folder of recordings");
        }
        if (EtudeCorpus.isIn(folder)) {
            return CorpusKind.ETUDE;
        }
        if (UrmpCorpus.below(folder).isPresent()) {
            return CorpusKind.URMP;
        }
        if (SolosCorpus.below(folder).isPresent()) {
            return CorpusKind.SOLOS;
        }
        if (FolderCorpus.isIn(folder)) {
            return CorpusKind.FOLDER;
        }
        throw new IOException(folder + ": holds no corpus: neither manifest.json (etudes), nor folders like "
                + "01_Jupiter_vn_vc (URMP), nor solos_ids.json and videos (Solos), nor any video");
    }
}
