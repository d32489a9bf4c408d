package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.antiphon.dataset.Recording;
import org.antiphon.media.Crop;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaRejected;
import org.antiphon.training.InstrumentShares;
import org.antiphon.training.shard.Hashes;

/** Where what belongs to a recording is, and what its shards depend on. */
final class Sources {

    private Sources() {}

    /** x, y, width and height of the player in shares of the video's picture; empty for all of it. */
    static List<Double> crop(Recording recording) {
        Crop crop = recording.crop();
        return crop.equals(Crop.WHOLE) ? List.of() : List.of(crop.x(), crop.y(), crop.width(), crop.height());
    }

    /** What the models see of the video's picture. */
    static SeenPart seen(Recording recording, DirectMediaReader media) throws Unusable {
        try {
            MediaInfo.VideoStream video = media.probe(recording.video()).video().orElseThrow();
            Crop crop = recording.crop();
            return new SeenPart(video.width(), video.height(), crop.x(), crop.y(), crop.width(), crop.height());
        } catch (MediaRejected e) {
            throw new Unusable(e.getMessage(), e);
        }
    }

    /**
     * Changes when the shards must be made anew: with the configuration, with what the corpus says of the recording, and with
     * the name or size of any of its files. Times do not count, so a copied corpus is the same corpus.
     */
    static String fingerprint(Recording recording, Map<String, String> configuration) throws IOException {
        List<Object> what = new ArrayList<>(List.of(
                configuration,
                recording.id(),
                recording.composition(),
                recording.instrument(),
                recording.track(),
                recording.players(),
                recording.split(),
                recording.crop(),
                recording.span(),
                recording.skeleton().map(points -> points.first() + " " + points.rows())));
        if (InstrumentShares.mixed(recording.instrument())) { // others are as they always were
            what.add(Arrays.toString(InstrumentShares.of(recording.instrument())));
        }
        for (Path file : files(recording)) {
            what.add(file.getFileName());
            what.add(Files.exists(file) ? Files.size(file) : -1);
        }
        return Hashes.ofText(what.toString());
    }

    private static List<Path> files(Recording recording) {
        List<Path> files = new ArrayList<>(List.of(recording.video(), recording.sound()));
        recording.notesFile().ifPresent(files::add);
        recording.f0File().ifPresent(files::add);
        recording.skeletonFile().ifPresent(files::add);
        recording.toolsFile().ifPresent(files::add);
        recording.flowFile().ifPresent(files::add);
        recording.occlusionFile().ifPresent(files::add);
        return files;
    }
}
