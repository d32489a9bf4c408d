package org.antiphon.dataset.solos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antiphon.dataset.Instruments;

/**
 * The videos that were downloaded: in a folder for each instrument, whatever its case and spaces, or all in one. A file
 * is named by its id, or after a title as programs for downloading do.
 *
 * @param files by video id, in the order of the index
 * @param findings what is not there, and what is there and not in the index
 */
record SolosVideos(Map<String, Path> files, List<String> findings) {

    private static final List<String> ENDINGS = List.of("mp4", "mkv", "webm", "mov", "m4v");
    private static final Pattern TITLED = Pattern.compile(".*(?:\\[([\\w-]{11})]|-([\\w-]{11}))", Pattern.DOTALL);

    /** @param instruments by video id: the name of its folder */
    static SolosVideos of(Path folder, Map<String, String> instruments) throws IOException {
        List<String> findings = new ArrayList<>();
        for (String instrument : new TreeSet<>(instruments.values())) {
            if (Instruments.code(instrument).isEmpty()) {
                findings.add(instrument + ": is no instrument that is known, taken as unknown");
            }
        }
        Map<String, Map<String, Path>> there = there(folder, instruments);
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        instruments.forEach((id, instrument) -> {
            Optional<Path> file = Stream.of(plain(instrument), "")
                    .flatMap(key -> Optional.ofNullable(there.get(key)).stream())
                    .flatMap(videos -> Optional.ofNullable(videos.remove(id)).stream())
                    .findFirst();
            file.ifPresentOrElse(found -> files.put(id, found), () -> missing.add(instrument + "/" + id));
        });
        if (!missing.isEmpty()) {
            findings.add(missing.size() + " of " + instruments.size()
                    + " videos are not there (never downloaded, or gone from YouTube): " + String.join(", ", missing));
        }
        there.values()
                .forEach(more -> more.forEach((id, file) -> findings.add("unexpected file "
                        + folder.relativize(file).toString().replace('\\', '/')
                        + (instruments.containsKey(id)
                                ? ", the index has it for " + instruments.get(id)
                                : ", its id is not in the index"))));
        return new SolosVideos(files, findings);
    }

    /** Videos by id, by the plain name of their folder; those that lie in no such folder by an empty name. */
    private static Map<String, Map<String, Path>> there(Path folder, Map<String, String> instruments)
            throws IOException {
        Map<String, Map<String, Path>> there = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return there;
        }
        list(folder, instruments, there.computeIfAbsent("", key -> new TreeMap<>()));
        for (Path inside : entries(folder)) {
            String name = inside.getFileName().toString();
            if (Files.isDirectory(inside) && !name.startsWith(".")) {
                list(inside, instruments, there.computeIfAbsent(plain(name), key -> new TreeMap<>()));
            }
        }
        return there;
    }

    /** Puts in the videos of one folder; of one video in several containers the first in the order of the endings. */
    private static void list(Path folder, Map<String, String> instruments, Map<String, Path> found) throws IOException {
        for (Path file : entries(folder)) {
            String name = file.getFileName().toString();
            if (!name.startsWith(".") && rank(file) >= 0 && Files.isRegularFile(file)) {
                String id = id(name.substring(0, name.lastIndexOf('.')), instruments);
                found.merge(id, file, (a, b) -> rank(a) <= rank(b) ? a : b);
            }
        }
    }

    /** The id in a name: all of it, or what stands last, in brackets or behind a hyphen. */
    private static String id(String name, Map<String, String> instruments) {
        Matcher titled = TITLED.matcher(name);
        if (instruments.containsKey(name) || !titled.matches()) {
            return name;
        }
        String id = titled.group(1) == null ? titled.group(2) : titled.group(1);
        return instruments.containsKey(id) ? id : name;
    }

    /** The name of an instrument's folder without what people and programs change in it. */
    private static String plain(String name) {
        return Instruments.code(name)
                .orElseGet(() -> name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.sorted().toList();
        }
    }

    /** What is preferred of one video in several containers: the least; -1 for what is no video. */
    private static int rank(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? ENDINGS.indexOf(name.substring(dot + 1).toLowerCase(Locale.ROOT)) : -1;
    }
}
