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
import org.antiphon.clip.Note;
import org.antiphon.dataset.Annotation;
import org.antiphon.dataset.Below;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.PlayerBoxes;
import org.antiphon.dataset.PointFile;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.media.Crop;
import org.antiphon.media.Span;

/**
 * A data set in URMP's layout. A take that several arrangements share counts once (equal bytes of its Notes file);
 * a player whose files are incomplete is left out; both are named in {@link #findings()}. Each recording begins a quarter
 * of a second before its first note, and shows its own player: by the boxes given, else the picture's columns from left to
 * right. The score's MIDI file is not read: its times are not those of the performance.
 */
public final class UrmpCorpus implements Corpus {

    private static final double BEFORE_FIRST_NOTE = 0.25;

    private final List<Recording> recordings = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> takes = new HashMap<>();
    private final Optional<PlayerBoxes> boxes;

    private UrmpCorpus(Optional<PlayerBoxes> boxes) {
        this.boxes = boxes;
    }

    /** The folder of pieces: that one, or the nearest below it. */
    public static Optional<Path> below(Path folder) throws IOException {
        return Below.find(folder, at -> entries(at).stream().anyMatch(PieceFolder::named));
    }

    /** Reads the folder that holds the pieces, or one above it; see {@link #open(CorpusRequest)}. */
    public static UrmpCorpus open(Path folder) throws IOException {
        return open(CorpusRequest.of(folder));
    }

    /**
     * Reads the folder that holds the pieces, or one above it ({@link #below}); folders that are no pieces are ignored.
     *
     * @throws IOException naming the folder if it is missing or holds no piece, or the file of boxes and what is wrong
     */
    public static UrmpCorpus open(CorpusRequest request) throws IOException {
        Path folder = pieces(request.folder());
        PlayerBoxes boxes = boxes(request);
        UrmpCorpus corpus = new UrmpCorpus(Optional.of(boxes));
        List<PieceFolder> pieces = corpus.list(folder);
        corpus.check(pieces, boxes, request.boxes().orElse(folder.resolve(PlayerBoxes.FILE)));
        Assignments splits = Assignments.of(pieces, request.splits());
        corpus.findings.addAll(splits.findings());
        for (PieceFolder piece : pieces) {
            corpus.add(piece, splits.of(piece.name()));
        }
        return corpus;
    }

    /**
     * The boxes a request names, else those beside the pieces, else none.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static PlayerBoxes boxes(CorpusRequest request) throws IOException {
        Path beside = pieces(request.folder()).resolve(PlayerBoxes.FILE);
        if (request.boxes().isPresent()) {
            return PlayerBoxes.read(request.boxes().get());
        }
        return Files.isRegularFile(beside) ? PlayerBoxes.read(beside) : PlayerBoxes.NONE;
    }

    /**
     * Reads whole recordings, each with a split of its own, of one player each; equal takes are kept. For corpora that are
     * laid out like URMP and say themselves what is what.
     *
     * @param split for each piece's folder name; a piece without is left out
     */
    public static UrmpCorpus open(Path folder, Function<String, Optional<Assignment>> split) throws IOException {
        UrmpCorpus corpus = new UrmpCorpus(Optional.empty());
        for (PieceFolder piece : corpus.list(folder)) {
            corpus.add(piece, split.apply(piece.name()));
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

    private static Path pieces(Path folder) throws IOException {
        return below(folder).orElse(folder);
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "not a folder of recordings");
        }
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.sorted().toList();
        }
    }

    private List<PieceFolder> list(Path folder) throws IOException {
        List<PieceFolder> pieces = new ArrayList<>();
        for (Path entry : entries(folder)) {
            Optional<PieceFolder> piece = PieceFolder.of(entry);
            piece.ifPresent(pieces::add);
            if (piece.isEmpty() && PieceFolder.nearlyNamed(entry)) {
                findings.add(entry.getFileName() + ": not named like 01_Jupiter_vn_vc, ignored");
            }
        }
        if (pieces.isEmpty()) {
            throw new IOException(folder + ": holds no piece (folders named like 01_Jupiter_vn_vc)"
                    + (PieceFolder.named(folder.toAbsolutePath()) ? "; it is one itself, give the folder above" : ""));
        }
        return pieces;
    }

    private void check(List<PieceFolder> pieces, PlayerBoxes boxes, Path file) throws IOException {
        for (PieceFolder piece : pieces) {
            int wanted = piece.instruments().size();
            int given =
                    boxes.of(piece.name()).map(known -> known.players().size()).orElse(wanted);
            if (given != wanted) {
                throw new IOException(file + ", " + piece.name() + ": needs " + wanted + " boxes, one a player ("
                        + String.join(", ", piece.instruments()) + "), has " + given);
            }
        }
        List<String> names = pieces.stream().map(PieceFolder::name).toList();
        boxes.pieces().keySet().stream()
                .filter(piece -> !names.contains(piece))
                .forEach(piece -> findings.add(file + ": has boxes for " + piece + ", which is not there"));
    }

    private void add(PieceFolder piece, Optional<Assignment> assigned) throws IOException {
        findings.addAll(piece.findings());
        Optional<Path> video = piece.file("Vid").or(() -> piece.file("Poster"));
        if (piece.file("Vid").isEmpty() && (boxes.isPresent() || video.isEmpty())) {
            findings.add(piece.name() + ": Vid_" + piece.name() + ".mp4 is missing");
        }
        if (piece.file("AuMix").isEmpty()) {
            findings.add(piece.name() + ": AuMix_" + piece.name() + ".wav is missing");
        }
        if (assigned.isEmpty() || video.isEmpty()) {
            return;
        }
        for (int track = 1; track <= piece.instruments().size(); track++) {
            if (complete(piece, track) && !(boxes.isPresent() && heardBefore(piece, track))) {
                Optional<Span> span = span(piece, track);
                if (span.isPresent()) {
                    recordings.add(recording(piece, track, assigned.get(), video.get(), span.get()));
                }
            }
        }
    }

    private boolean complete(PieceFolder piece, int track) {
        List<String> missing = piece.missing(track);
        missing.forEach(kind -> findings.add(piece.name() + ": " + kind + "_" + track + "_... is missing"));
        return missing.isEmpty();
    }

    private boolean heardBefore(PieceFolder piece, int track) throws IOException {
        String name = piece.name() + "/" + track;
        String before = takes.putIfAbsent(sha1(piece.file("Notes", track).orElseThrow()), name);
        if (before != null) {
            findings.add(name + ": the same take as " + before + ", left out");
        }
        return before != null;
    }

    /**
     * From a quarter of a second before the player's first note on, at a picture of 25 a second; nothing if there is no
     * note that can be read. True flow is told from the first picture of all, so who has it keeps the beginning.
     */
    private Optional<Span> span(PieceFolder piece, int track) {
        if (boxes.isEmpty() || piece.file("Flow", track).isPresent()) {
            return Optional.of(Span.WHOLE);
        }
        String player = piece.name() + "/" + track;
        try {
            Optional<Double> first = Annotation.notes(piece.file("Notes", track).orElseThrow()).stream()
                    .map(Note::onset)
                    .findFirst();
            if (first.isEmpty()) {
                findings.add(player + ": its Notes file holds no note, left out");
            }
            return first.map(
                    onset -> Span.since(Math.max(0, Math.floor((onset - BEFORE_FIRST_NOTE) * 25 + 1e-6) / 25)));
        } catch (IOException e) {
            findings.add(player + ": left out, " + e.getMessage());
            return Optional.empty();
        }
    }

    private Recording recording(PieceFolder piece, int track, Assignment assigned, Path video, Span span) {
        int players = piece.instruments().size();
        return new Recording(
                players == 1 ? piece.name() : piece.name() + "/" + track,
                assigned.composition(),
                piece.instruments().get(track - 1),
                track,
                players,
                assigned.split(),
                video,
                piece.file("AuMix"),
                piece.file("AuSep", track).orElseThrow(),
                crop(piece, track),
                span,
                piece.file("Notes", track),
                piece.file("F0s", track),
                piece.file("Skel", track).map(file -> PointFile.whole(file, Recording.JOINTS)),
                piece.file("Tools", track),
                piece.file("Flow", track),
                piece.file("Occl", track));
    }

    private Crop crop(PieceFolder piece, int track) {
        Optional<PlayerBoxes.Piece> known = boxes.flatMap(all -> all.of(piece.name()));
        int players = piece.instruments().size();
        if (known.isEmpty()) {
            if (track == 1 && players > 1) {
                findings.add(piece.name() + ": no boxes say where its players are; taken as " + players
                        + " columns of one width, in score order from left to right");
            }
            return new Crop((track - 1.0) / players, 0, 1.0 / players, 1);
        }
        return known.get().crop(track);
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

    @Override
    public List<String> findings() {
        return List.copyOf(findings);
    }
}
