package org.antiphon.dataset.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Instruments;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.media.Crop;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.Span;

/**
 * Any tree of performance videos, without annotation. The nearest folder that is named after an instrument says the
 * instrument. A video is a composition of its own; videos that lie together in a folder inside an instrument's folder are
 * takes of one. Its split depends on nothing but that name, so files may come and go.
 */
public final class FolderCorpus implements Corpus {

    private final List<Recording> recordings;
    private final List<String> findings;

    private FolderCorpus(List<Recording> recordings, List<String> findings) {
        this.recordings = List.copyOf(recordings);
        this.findings = List.copyOf(findings);
    }

    /** Whether there is a video anywhere in the folder. */
    public static boolean isIn(Path folder) throws IOException {
        return Files.isDirectory(folder) && VideoTree.hasVideo(folder);
    }

    /**
     * Looks into every video of the tree, on all cores.
     *
     * @throws IOException naming the folder if it is missing or holds no video
     */
    public static FolderCorpus open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "not a folder of videos");
        }
        VideoTree tree = VideoTree.of(folder);
        if (tree.videos().isEmpty()) {
            throw new IOException(folder + ": holds no video (" + VideoTree.KINDS + ")");
        }
        MediaReader reader = new DirectMediaReader();
        List<Optional<String>> refusals = tree.videos().parallelStream()
                .map(video -> refusal(reader, tree.root().resolve(video)))
                .toList();
        List<Recording> recordings = new ArrayList<>();
        List<String> findings = new ArrayList<>(tree.findings());
        for (int i = 0; i < refusals.size(); i++) {
            Path video = tree.videos().get(i);
            if (refusals.get(i).isPresent()) {
                findings.add(name(video) + ": left out, " + refusals.get(i).get());
            } else {
                recordings.add(recording(tree.root(), video));
            }
        }
        return new FolderCorpus(recordings, findings);
    }

    private static Optional<String> refusal(MediaReader reader, Path video) {
        try {
            MediaInfo info = reader.probe(video);
            if (info.video().isEmpty()) {
                return Optional.of("it holds no pictures");
            }
            return info.audio().isEmpty() ? Optional.of("it holds no sound") : Optional.empty();
        } catch (MediaRejected e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Recording recording(Path root, Path video) {
        String composition = composition(root, video);
        return new Recording(
                name(video),
                composition,
                instrument(root, video.getParent()),
                1,
                1,
                Split.ofComposition(composition),
                root.resolve(video),
                Optional.empty(),
                root.resolve(video),
                Crop.WHOLE,
                Span.WHOLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String instrument(Path root, Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Optional<String> code = Instruments.code(at.getFileName().toString());
            if (code.isPresent()) {
                return code.get();
            }
        }
        Path top = root.toAbsolutePath().normalize().getFileName();
        return top == null
                ? Recording.UNKNOWN
                : Instruments.code(top.toString()).orElse(Recording.UNKNOWN);
    }

    private static String composition(Path root, Path video) {
        Path folder = video.getParent();
        boolean inside = folder != null
                && Instruments.code(folder.getFileName().toString()).isEmpty()
                && !instrument(root, folder).equals(Recording.UNKNOWN);
        String name = name(inside ? folder : video);
        return inside ? name : name.substring(0, name.lastIndexOf('.'));
    }

    /** With slashes on every system, so that names and splits are the same. */
    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    @Override
    public List<Recording> recordings() {
        return recordings;
    }

    @Override
    public List<String> findings() {
        return findings;
    }
}
