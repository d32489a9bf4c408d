package org.antiphon.dataset;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a corpus without splits of its own is split. No composition ever lies in two. */
public enum Splits {
    /**
     * By a hash of the composition's name, {@link Split#ofComposition}; of a small corpus the compositions next to the
     * borders are moved, so that test and validation are not empty.
     */
    COMPOSITION,
    /**
     * For URMP: pieces {@link #MT3_VALIDATION} are validation, all others train, as for MT3 (Gardner et al. 2022). An
     * arrangement of a validation piece that is not on the list is left out.
     */
    MT3;

    /** The numbers of MT3's validation pieces of URMP. */
    public static final Set<Integer> MT3_VALIDATION = Set.of(1, 2, 12, 13, 24, 25, 31, 38, 39);

    private static final double SMALLEST_SHARE = 0.05;

    /** The name on a command line: composition or mt3. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the allowed labels */
    public static Splits ofLabel(String label) {
        for (Splits splits : values()) {
            if (splits.label().equals(label.toLowerCase(Locale.ROOT))) {
                return splits;
            }
        }
        throw new IllegalArgumentException("splits are composition or mt3, was \"" + label + "\"");
    }

    /**
     * {@link #COMPOSITION} for a whole corpus: test and validation get at least two recordings and a twentieth of all,
     * while train keeps a third of the compositions.
     *
     * @param recordings how many recordings there are of each composition
     */
    public static Map<String, Split> byComposition(Map<String, Integer> recordings) {
        Map<String, Split> splits = new LinkedHashMap<>();
        recordings.keySet().forEach(composition -> splits.put(composition, Split.ofComposition(composition)));
        double wanted = Math.max(2, SMALLEST_SHARE * total(recordings, recordings.keySet()));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Split small : List.of(Split.TEST, Split.VALIDATION)) {
                if (total(recordings, of(splits, small)) < wanted && mayGive(splits)) {
                    of(splits, Split.TRAIN).stream()
                            .max(Comparator.comparingDouble(Split::position))
                            .ifPresent(composition -> splits.put(composition, small));
                    moved = true;
                }
            }
        }
        return splits;
    }

    private static boolean mayGive(Map<String, Split> splits) {
        int train = of(splits, Split.TRAIN).size();
        return train > 1 && 3 * (train - 1) >= splits.size();
    }

    private static List<String> of(Map<String, Split> splits, Split split) {
        return splits.entrySet().stream()
                .filter(entry -> entry.getValue() == split)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int total(Map<String, Integer> recordings, Iterable<String> compositions) {
        int total = 0;
        for (String composition : compositions) {
            total += recordings.get(composition);
        }
        return total;
    }
}
