package org.antiphon.dataset.urmp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.BoxFinder;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.PlayerBoxes;
import org.antiphon.dataset.Recording;
import org.antiphon.media.DirectMediaReader;

/**
 * The boxes of all pieces of several players: known ones as they are, others found by motion.
 *
 * @param boxes by piece; a piece whose video cannot be read has none
 * @param found the pieces whose boxes were found, in order
 * @param doubts about them, one sentence each
 */
public record FoundBoxes(PlayerBoxes boxes, List<String> found, List<String> doubts) {

    /** Nobody waits longer for an entry: a later one is looked for from here on. */
    private static final double LATEST_BEGIN = 90;

    /** Watches the video of every filmed piece of several players that {@code known} lacks, on all cores. */
    public static FoundBoxes of(Corpus corpus, PlayerBoxes known, Progress progress) {
        Map<String, Recording> pieces = pieces(corpus);
        Map<String, Double> begins = new TreeMap<>();
        corpus.recordings()
                .forEach(recording ->
                        begins.merge(piece(recording), recording.span().from(), Math::max));
        BoxFinder finder = new BoxFinder(new DirectMediaReader());
        AtomicInteger done = new AtomicInteger();
        List<String> missing = pieces.keySet().stream()
                .filter(name -> known.of(name).isEmpty())
                .toList();
        List<Look> looks = missing.parallelStream()
                .map(name -> {
                    Look look = look(finder, name, pieces.get(name), Math.min(LATEST_BEGIN, begins.get(name)));
                    progress.at("looking for players", (double) done.incrementAndGet() / missing.size());
                    return look;
                })
                .toList();
        Map<String, PlayerBoxes.Piece> boxes = new TreeMap<>(known.pieces());
        List<String> found = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (Look look : looks) {
            look.boxes().ifPresent(piece -> {
                boxes.put(look.piece(), piece);
                found.add(look.piece());
            });
            look.doubt().ifPresent(doubt -> doubts.add(look.piece() + ": " + doubt));
        }
        return new FoundBoxes(new PlayerBoxes(boxes), found, doubts);
    }

    /** One recording of each filmed piece of several players, by the piece's name. */
    public static Map<String, Recording> pieces(Corpus corpus) {
        Map<String, Recording> pieces = new TreeMap<>();
        for (Recording recording : corpus.recordings()) {
            if (recording.players() > 1 && recording.filmed()) {
                pieces.putIfAbsent(piece(recording), recording);
            }
        }
        return pieces;
    }

    private record Look(String piece, Optional<PlayerBoxes.Piece> boxes, Optional<String> doubt) {}

    private static Look look(BoxFinder finder, String name, Recording one, double from) {
        try {
            BoxFinder.Found found = finder.find(one.video(), one.players(), from);
            return new Look(name, Optional.of(found.boxes()), found.doubt());
        } catch (IOException e) {
            return new Look(name, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private static String piece(Recording recording) {
        return recording.video().getParent().getFileName().toString();
    }
}
