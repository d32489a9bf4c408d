package org.antiphon.dataset.solos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dataset.Below;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Instruments;
import org.antiphon.dataset.PointFile;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.Splits;
import org.antiphon.media.Crop;
import org.antiphon.media.Span;

/**
 * Solos: a recording for each segment of each video that was downloaded. There is no annotation of notes; the sound is
 * the video's own track. All segments of a video are in one split, which depends on the index alone and not on what was
 * downloaded.
 */
public final class SolosCorpus implements Corpus {

    private final List<Recording> recordings = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private SolosCorpus() {}

    /** The folder that holds one of Solos' indices, or its repository: that one, or the nearest below it. */
    public static Optional<Path> below(Path folder) throws IOException {
        return Below.find(folder, at -> new SolosFiles(at).indexed());
    }

    /**
     * Reads the folder that holds the index files and {@code videos/}, or one above it ({@link #below}). Videos that are not there are no error: they are
     * counted and named in {@link #findings()}.
     *
     * @throws IOException naming the folder or the index file that is missing or cannot be read
     */
    public static SolosCorpus open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "not a folder of recordings");
        }
        SolosFiles files = new SolosFiles(below(folder).orElse(folder));
        SolosIndex index = SolosIndex.read(folder, files);
        SolosCorpus corpus = new SolosCorpus();
        corpus.findings.addAll(index.findings());
        SolosVideos videos = SolosVideos.of(files.videos(), index.instruments());
        corpus.findings.addAll(videos.findings());
        SolosSkeletons skeletons = SolosSkeletons.of(files, index);
        corpus.findings.addAll(skeletons.findings());
        corpus.add(index, videos, skeletons);
        return corpus;
    }

    private void add(SolosIndex index, SolosVideos videos, SolosSkeletons skeletons) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        index.instruments()
                .keySet()
                .forEach(id -> weights.put(
                        id,
                        index.segments().getOrDefault(id, List.of(new long[2])).size()));
        Map<String, Split> splits = Splits.byComposition(weights);
        List<String> uncut = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, Path> video : videos.files().entrySet()) {
            String id = video.getKey();
            String instrument = index.instruments().get(id);
            List<long[]> segments = index.segments().get(id);
            if (skeletons.file().isPresent()
                    && !index.rows().containsKey(id)
                    && (segments == null || !segments.isEmpty())) {
                bare.add(id);
            }
            if (segments == null) {
                uncut.add(id);
                recordings.add(recording(instrument, id, 1, Span.WHOLE, splits.get(id), video.getValue(), skeletons));
                continue;
            }
            if (segments.isEmpty()) {
                empty.add(id);
            }
            for (int i = 0; i < segments.size(); i++) {
                long[] frames = segments.get(i);
                Span span = new Span(frames[0] / PointFile.RATE, frames[1] / PointFile.RATE);
                recordings.add(recording(instrument, id, i + 1, span, splits.get(id), video.getValue(), skeletons));
            }
        }
        tell(bare, " without an entry in skeleton_dict.json, without skeletons therefore: ");
        tell(empty, " in which no segment shows the hands, left out: ");
        if (!index.segments().isEmpty()) {
            tell(uncut, " without an entry in solos_timestamps.json, used from beginning to end: ");
        }
    }

    private void tell(List<String> ids, String what) {
        if (!ids.isEmpty()) {
            findings.add(ids.size() + (ids.size() == 1 ? " video" : " videos") + what + String.join(", ", ids));
        }
    }

    private static Recording recording(
            String instrument, String id, int segment, Span span, Split split, Path video, SolosSkeletons skeletons) {
        return new Recording(
                instrument + "/" + id + "/" + segment,
                id,
                Instruments.code(instrument).orElse(Recording.UNKNOWN),
                1,
                1,
                split,
                video,
                Optional.empty(),
                video,
                Crop.WHOLE,
                span,
                Optional.empty(),
                Optional.empty(),
                skeletons.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Recording> recordings() {
        return List.copyOf(recordings);
    }

    @Override
    public List<String> findings() {
        return List.copyOf(findings);
    }
}
