package org.antiphon.dataset.urmp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.Splits;
import org.antiphon.dataset.urmp.UrmpCorpus.Assignment;

/**
 * Which piece is in which split. Arrangements of one composition bear its title and are never in two.
 *
 * @param byPiece by folder name; a piece without is left out
 * @param findings why it is
 */
record Assignments(Map<String, Assignment> byPiece, List<String> findings) {

    static Assignments of(List<PieceFolder> pieces, Splits splits) {
        return switch (splits) {
            case COMPOSITION -> byComposition(pieces);
            case MT3 -> asMt3(pieces);
        };
    }

    Optional<Assignment> of(String piece) {
        return Optional.ofNullable(byPiece.get(piece));
    }

    private static Assignments byComposition(List<PieceFolder> pieces) {
        Map<String, Integer> players = new LinkedHashMap<>();
        pieces.forEach(piece -> players.merge(piece.title(), piece.complete(), Integer::sum));
        Map<String, Split> splits = new HashMap<>();
        players.keySet().forEach(title -> splits.put(title, Split.ofComposition(title)));
        players.values().removeIf(complete -> complete == 0); // a split of what cannot be used would be none
        splits.putAll(Splits.byComposition(players));
        Map<String, Assignment> assigned = new HashMap<>();
        pieces.forEach(piece -> assigned.put(piece.name(), new Assignment(piece.title(), splits.get(piece.title()))));
        return new Assignments(assigned, List.of());
    }

    private static Assignments asMt3(List<PieceFolder> pieces) {
        Set<String> held = new HashSet<>();
        for (PieceFolder piece : pieces) {
            if (Splits.MT3_VALIDATION.contains(piece.number())) {
                held.add(piece.title());
            }
        }
        Map<String, Assignment> assigned = new HashMap<>();
        List<String> findings = new ArrayList<>();
        for (PieceFolder piece : pieces) {
            boolean validation = Splits.MT3_VALIDATION.contains(piece.number());
            if (held.contains(piece.title()) && !validation) {
                findings.add(piece.name() + ": an arrangement of " + piece.title()
                        + ", which is in MT3's validation set; left out");
            } else {
                Split split = validation ? Split.VALIDATION : Split.TRAIN;
                assigned.put(piece.name(), new Assignment(piece.title(), split));
            }
        }
        return new Assignments(assigned, findings);
    }
}
