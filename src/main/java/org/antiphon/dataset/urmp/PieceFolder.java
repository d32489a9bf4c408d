package org.antiphon.dataset.urmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One piece: a folder {@code NN_Name_code_code...}. Files of a track are found by the track's index; its instrument is
 * what the folder says, because file names of some tracks name another.
 */
final class PieceFolder {

    private static final String CODES = "vn|va|vc|db|fl|ob|cl|sax|bn|tpt|hn|tbn|tba|vib|pno";
    private static final Pattern FOLDER = Pattern.compile("(\\d{2,})_([A-Za-z0-9]+)((?:_(?:" + CODES + "))+)");
    private static final Pattern TRACK_FILE = Pattern.compile(
            "(AuSep|F0s|Notes|Skel|Tools|Flow|Occl)_(\\d+)_([a-z]+)_(\\d{2,})_([A-Za-z0-9]+)\\.(wav|txt|npy)");
    private static final Pattern PIECE_FILE =
            Pattern.compile("(AuMix|Sco|Vid|Poster|Card)_(.+)\\.(wav|mid|pdf|mp4|png|json)");

    private final Path path;
    private final String title;
    private final List<String> instruments;
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private PieceFolder(Path path, String title, List<String> instruments) {
        this.path = path;
        this.title = title;
        this.instruments = instruments;
    }

    /** The piece in that folder, or nothing if its name is not that of a piece. */
    static Optional<PieceFolder> of(Path path) throws IOException {
        Matcher name = FOLDER.matcher(path.getFileName().toString());
        if (!Files.isDirectory(path) || !name.matches()) {
            return Optional.empty();
        }
        PieceFolder piece = new PieceFolder(
                path, name.group(2), List.of(name.group(3).substring(1).split("_")));
        piece.list();
        return Optional.of(piece);
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
            if (track.matches() && Integer.parseInt(track.group(2)) <= instruments.size()) {
                note(track.group(1) + " " + Integer.parseInt(track.group(2)), file);
                String said = instruments.get(Math.max(0, Integer.parseInt(track.group(2)) - 1));
                if (!said.equals(track.group(3))) {
                    findings.add(name() + ": " + name + " says " + track.group(3) + ", the folder says " + said
                            + "; taken as " + said);
                }
            } else if (whole.matches() && whole.group(2).equals(name())) {
                if (!whole.group(3).equals("pdf")) {
                    note(whole.group(1), file);
                }
            } else if (!name.startsWith(".")) {
                findings.add(name() + ": unexpected file " + name);
            }
        }
    }

    private void note(String key, Path file) {
        Path before = files.putIfAbsent(key, file);
        if (before != null) {
            findings.add(name() + ": " + file.getFileName() + " is one too many beside " + before.getFileName());
        }
    }

    String name() {
        return path.getFileName().toString();
    }

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

    /** The file of a kind (AuMix, Vid, Sco) for the whole piece. */
    Optional<Path> file(String kind) {
        return Optional.ofNullable(files.get(kind));
    }

    /** The file of a kind (AuSep, Notes, F0s, Skel, Tools, Flow, Occl) of a track, counted from 1. */
    Optional<Path> file(String kind, int track) {
        return Optional.ofNullable(files.get(kind + " " + track));
    }
}
