package org.antiphon.dataset.urmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One piece: a folder {@code NN_Name_code_code...}. Files of a track are found by the track's index; its instrument is
 * what the folder says, because file names of some tracks name another.
 */
final class PieceFolder {

    private static final String CODES = "vn|va|vc|db|fl|ob|cl|sax|bn|tpt|hn|tbn|tba|vib|pno";
    private static final Pattern FOLDER =
            Pattern.compile("(\\d{2,6})_([A-Za-z0-9]+)((?:_(?:" + CODES + "))+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEARLY = Pattern.compile("\\d{1,6}_.*");
    private static final Pattern TRACK_FILE =
            Pattern.compile("([A-Za-z0-9]+)_(\\d{1,3})_([A-Za-z]+)_(\\d{2,6})_([A-Za-z0-9]+)\\.([A-Za-z0-9]+)");
    private static final Pattern PIECE_FILE = Pattern.compile("([A-Za-z]+)_(.+)\\.([A-Za-z0-9]+)");
    /** By the kind's name in small letters, as all of these: file systems and archives change case. */
    private static final Map<String, String> TRACK_KINDS = Map.of(
            "ausep", "wav", "f0s", "txt", "notes", "txt", "skel", "npy", "tools", "npy", "flow", "npy", "occl", "npy");

    private static final Map<String, Set<String>> PIECE_KINDS = Map.of(
            "aumix", Set.of("wav"),
            "sco", Set.of("mid", "pdf"),
            "vid", Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi"),
            "poster", Set.of("png"),
            "card", Set.of("json"));
    private static final String[] NEEDED = {"AuSep", "Notes", "F0s"};

    private final Path path;
    private final int number;
    private final String title;
    private final List<String> instruments;
    private final Map<String, Path> files = new HashMap<>();
    private final Set<String> fitting = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    private PieceFolder(Path path, Matcher name) {
        this.path = path;
        this.number = Integer.parseInt(name.group(1));
        this.title = name.group(2);
        this.instruments = List.of(small(name.group(3)).substring(1).split("_"));
    }

    /** The piece in that folder, or nothing if its name is not that of a piece. */
    static Optional<PieceFolder> of(Path path) throws IOException {
        Matcher name = FOLDER.matcher(path.getFileName().toString());
        if (!name.matches() || !Files.isDirectory(path)) {
            return Optional.empty();
        }
        PieceFolder piece = new PieceFolder(path, name);
        piece.list();
        return Optional.of(piece);
    }

    /** Whether the folder is named like a piece, whatever is in it. */
    static boolean named(Path path) {
        return FOLDER.matcher(path.getFileName().toString()).matches() && Files.isDirectory(path);
    }

    /** Whether the folder begins with a number like a piece, though it may be none. */
    static boolean nearlyNamed(Path path) {
        return NEARLY.matcher(path.getFileName().toString()).matches() && Files.isDirectory(path);
    }

    private void list() throws IOException {
        List<Path> found;
        try (Stream<Path> listing = Files.list(path)) {
            found = listing.sorted().toList();
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            Matcher track = TRACK_FILE.matcher(name);
            Matcher whole = PIECE_FILE.matcher(name);
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(file)) {
                findings.add(name() + ": unexpected folder " + name);
            } else if (!Files.isRegularFile(file)) {
                findings.add(name() + ": " + name + " leads to no file");
            } else if (track.matches() && small(track.group(6)).equals(TRACK_KINDS.get(small(track.group(1))))) {
                track(file, track);
            } else if (whole.matches()
                    && PIECE_KINDS.getOrDefault(small(whole.group(1)), Set.of()).contains(small(whole.group(3)))) {
                whole(file, whole);
            } else {
                findings.add(name() + ": unexpected file " + name);
            }
        }
    }

    private void track(Path file, Matcher name) {
        int track = Integer.parseInt(name.group(2));
        if (Integer.parseInt(name.group(4)) != number) {
            findings.add(name() + ": unexpected file " + name.group() + ", it names piece " + name.group(4));
        } else if (track < 1 || track > instruments.size()) {
            findings.add(name() + ": unexpected file " + name.group() + ", the folder names " + instruments.size()
                    + (instruments.size() == 1 ? " player" : " players"));
        } else {
            String says = small(name.group(3));
            note(name.group(1) + " " + track, file, says.equals(instruments.get(track - 1)));
            odd(name.group(), says, instruments.get(track - 1));
            odd(name.group(), name.group(5), title);
        }
    }

    private void odd(String file, String says, String folder) {
        if (!says.equalsIgnoreCase(folder)) {
            findings.add(
                    name() + ": " + file + " says " + says + ", the folder says " + folder + "; taken as " + folder);
        }
    }

    private void whole(Path file, Matcher name) {
        String ending = small(name.group(3));
        if (!name.group(2).equalsIgnoreCase(name())) {
            findings.add(name() + ": unexpected file " + name.group() + ", it names " + name.group(2));
        } else if (!ending.equals("pdf")) {
            note(name.group(1), file, PIECE_KINDS.get(small(name.group(1))).size() == 1 || ending.equals("mp4"));
        }
    }

    /** Keeps the file of that key; of two the one whose name fits, else the first by name. */
    private void note(String name, Path file, boolean fits) {
        String key = small(name);
        Path before = files.get(key);
        boolean better = before == null || fits && !fitting.contains(key);
        if (before != null) {
            Path extra = better ? before : file;
            findings.add(name() + ": " + extra.getFileName() + " is one too many beside "
                    + (better ? file : before).getFileName());
        }
        if (better) {
            files.put(key, file);
        }
        if (fits) {
            fitting.add(key);
        }
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String name() {
        return path.getFileName().toString();
    }

    int number() {
        return number;
    }

    /** What is played, the same for all arrangements of it. */
    String title() {
        return title;
    }

    List<String> instruments() {
        return instruments;
    }

    /** What is odd about this folder, one sentence each. */
    List<String> findings() {
        return findings;
    }

    /** The kinds of files that a track needs and lacks. */
    List<String> missing(int track) {
        return Stream.of(NEEDED).filter(kind -> file(kind, track).isEmpty()).toList();
    }

    /** How many tracks have all the files that they need. */
    int complete() {
        return (int) IntStream.rangeClosed(1, instruments.size())
                .filter(track -> file("Vid").isPresent() && missing(track).isEmpty())
                .count();
    }

    /** The file of a kind (AuMix, Vid, Sco) for the whole piece. */
    Optional<Path> file(String kind) {
        return Optional.ofNullable(files.get(small(kind)));
    }

    /** The file of a kind (AuSep, Notes, F0s, Skel, Tools, Flow, Occl) of a track, counted from 1. */
    Optional<Path> file(String kind, int track) {
        return Optional.ofNullable(files.get(small(kind) + " " + track));
    }
}
