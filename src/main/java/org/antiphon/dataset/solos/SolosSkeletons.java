package org.antiphon.dataset.solos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dataset.PointFile;
import org.antiphon.dataset.Recording;

/**
 * The skeletons of all videos in one array: raw as it is published, or as a true NPY file.
 *
 * @param file the array, if there is one
 * @param rows first and end row by video id, of those that the array holds
 * @param findings what is missing
 */
record SolosSkeletons(Optional<Path> file, Map<String, long[]> rows, List<String> findings) {

    static SolosSkeletons of(SolosFiles files, SolosIndex index) throws IOException {
        Optional<Path> file = files.skeletons();
        List<String> findings = new ArrayList<>();
        if (file.isEmpty()) {
            if (!index.rows().isEmpty()) {
                findings.add("skeleton.npy is missing; there are no skeletons");
            }
            return new SolosSkeletons(file, Map.of(), findings);
        }
        long there;
        long rest;
        try {
            there = PointFile.rows(file.get(), Recording.JOINTS);
            rest = PointFile.rest(file.get(), Recording.JOINTS);
        } catch (IOException e) {
            findings.add("there are no skeletons: " + e.getMessage());
            return new SolosSkeletons(Optional.empty(), Map.of(), findings);
        }
        if (rest > 0) {
            findings.add(file.get().getFileName() + " is no whole number of rows of 3 × " + Recording.JOINTS
                    + " float32, " + rest + " bytes follow the last; it may not be completely downloaded");
        }
        if (index.counter().isPresent() && index.counter().getAsLong() != there) {
            findings.add(file.get().getFileName() + " has " + there + " rows, skeleton_dict.json says "
                    + index.counter().getAsLong() + "; it may not be completely downloaded");
        }
        Map<String, long[]> held = new java.util.LinkedHashMap<>(index.rows());
        held.values().removeIf(range -> range[1] > there);
        int lost = index.rows().size() - held.size();
        if (lost > 0) {
            findings.add(file.get().getFileName() + " ends before the skeletons of " + lost + " of "
                    + index.rows().size() + " videos");
        }
        return new SolosSkeletons(file, held, findings);
    }

    /** Skeletons of that video, frame by frame at 25 a second. */
    Optional<PointFile> of(String id) {
        long[] range = rows.get(id);
        return file.isEmpty() || range == null
                ? Optional.empty()
                : Optional.of(new PointFile(file.get(), Recording.JOINTS, range[0], range[1] - range[0]));
    }
}
