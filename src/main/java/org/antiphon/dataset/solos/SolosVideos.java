package org.antiphon.dataset.solos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antiphon.dataset.Instruments;

/**
 * The videos that were downloaded.
 *
 * @param files by video id, in the order of the index
 * @param findings what is not there, and what is there and not in the index
 */
record SolosVideos(Map<String, Path> files, List<String> findings) {

    private static final List<String> ENDINGS = List.of("mp4", "mkv", "webm", "mov");

    /** @param instruments by video id: the name of its folder */
    static SolosVideos of(Path folder, Map<String, String> instruments) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> findings = new ArrayList<>();
        Map<String, Map<String, Path>> there = new TreeMap<>();
        for (String instrument : new TreeSet<>(instruments.values())) {
            there.put(instrument, list(folder.resolve(instrument)));
            if (Instruments.code(instrument).isEmpty()) {
                findings.add(instrument + ": is no instrument that is known, taken as unknown");
            }
        }
        List<String> missing = new ArrayList<>();
        instruments.forEach((id, instrument) -> {
            Path file = there.get(instrument).remove(id);
            if (file == null) {
                missing.add(instrument + "/" + id);
            } else {
                files.put(id, file);
            }
        });
        if (!missing.isEmpty()) {
            findings.add(missing.size() + " of " + instruments.size()
                    + " videos are not there (never downloaded, or gone from YouTube): " + String.join(", ", missing));
        }
        there.forEach((instrument, more) -> more.values()
                .forEach(file -> findings.add(
                        "unexpected file " + instrument + "/" + file.getFileName() + ", its id is not in the index")));
        return new SolosVideos(files, findings);
    }

    /** The videos of one instrument by id; of one video in several containers the first in the order of the endings. */
    private static Map<String, Path> list(Path folder) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> listing = Files.list(folder)) {
            for (Path file : listing.sorted().toList()) {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                int rank = ENDINGS.indexOf(name.substring(dot + 1));
                if (!name.startsWith(".") && dot > 0 && rank >= 0) {
                    found.merge(name.substring(0, dot), file, (a, b) -> rank(a) <= rank(b) ? a : b);
                }
            }
        }
        return found;
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.indexOf(name.substring(name.lastIndexOf('.') + 1));
    }
}
