package org.antiphon.dataset.urmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;

/**
 * A data set in URMP's layout. A take that several arrangements share counts once (equal bytes of its Notes file);
 * a player whose files are incomplete is left out; both are named in {@link #findings()}.
 */
public final class UrmpCorpus implements Corpus {

    private static final String[] NEEDED = {"AuSep", "Notes", "F0s"};

    private final List<Recording> recordings = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> takes = new HashMap<>();

    private UrmpCorpus() {}

    /**
     * Reads the folder that holds the pieces; folders that are no pieces are ignored.
     *
     * @throws IOException naming the folder if it is missing or holds no piece
     */
    public static UrmpCorpus open(Path folder) throws IOException {
        return open(folder, UrmpCorpus::splitOf, true);
    }

    /** The same with a split for each piece's folder name, keeping equal takes if asked to. */
    public static UrmpCorpus open(Path folder, Function<String, Optional<Assignment>> split, boolean dropEqualTakes)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "not a folder of recordings");
        }
        List<Path> entries;
        try (Stream<Path> listing = Files.list(folder)) {
            entries = listing.sorted().toList();
        }
        UrmpCorpus corpus = new UrmpCorpus();
        int pieces = 0;
        for (Path entry : entries) {
            Optional<PieceFolder> piece = PieceFolder.of(entry);
            if (piece.isPresent()) {
                pieces++;
                corpus.add(piece.get(), split, dropEqualTakes);
            }
        }
        if (pieces == 0) {
            throw new IOException(folder + ": holds no piece (folders named like 01_Jupiter_vn_vc)");
        }
        return corpus;
    }

    /**
     * What a recording belongs to.
     *
     * @param composition what is played
     * @param split what it may be used for
     */
    public record Assignment(String composition, Split split) {}

    private static Optional<Assignment> splitOf(String folder) {
        String composition = folder.split("_")[1];
        return Optional.of(new Assignment(composition, Split.ofComposition(composition)));
    }

    private void add(PieceFolder piece, Function<String, Optional<Assignment>> split, boolean dropEqualTakes)
            throws IOException {
        findings.addAll(piece.findings());
        Optional<Assignment> assigned = split.apply(piece.name());
        Optional<Path> video = piece.file("Vid").or(() -> piece.file("Poster"));
        Optional<Path> mix = piece.file("AuMix");
        if (video.isEmpty()) {
            findings.add(piece.name() + ": Vid_" + piece.name() + ".mp4 is missing");
        }
        if (mix.isEmpty()) {
            findings.add(piece.name() + ": AuMix_" + piece.name() + ".wav is missing");
        }
        if (assigned.isEmpty() || video.isEmpty() || mix.isEmpty()) {
            return;
        }
        for (int track = 1; track <= piece.instruments().size(); track++) {
            if (complete(piece, track) && !(dropEqualTakes && heardBefore(piece, track))) {
                recordings.add(recording(piece, track, assigned.get(), video.get(), mix.get()));
            }
        }
    }

    private boolean complete(PieceFolder piece, int track) {
        boolean complete = true;
        for (String kind : NEEDED) {
            if (piece.file(kind, track).isEmpty()) {
                findings.add(piece.name() + ": " + kind + "_" + track + "_... is missing");
                complete = false;
            }
        }
        return complete;
    }

    private boolean heardBefore(PieceFolder piece, int track) throws IOException {
        String name = piece.name() + "/" + track;
        String before = takes.putIfAbsent(sha1(piece.file("Notes", track).orElseThrow()), name);
        if (before != null) {
            findings.add(name + ": the same take as " + before + ", left out");
        }
        return before != null;
    }

    private static Recording recording(PieceFolder piece, int track, Assignment assigned, Path video, Path mix) {
        int players = piece.instruments().size();
        return new Recording(
                players == 1 ? piece.name() : piece.name() + "/" + track,
                assigned.composition(),
                piece.instruments().get(track - 1),
                track,
                players,
                assigned.split(),
                video,
                mix,
                piece.file("AuSep", track).orElseThrow(),
                piece.file("Notes", track).orElseThrow(),
                piece.file("F0s", track).orElseThrow(),
                piece.file("Skel", track),
                piece.file("Tools", track),
                piece.file("Flow", track),
                piece.file("Occl", track));
    }

    private static String sha1(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public List<Recording> recordings() {
        return List.copyOf(recordings);
    }

    /** What was missing, unexpected or left out, one sentence each. */
    public List<String> findings() {
        return List.copyOf(findings);
    }
}
