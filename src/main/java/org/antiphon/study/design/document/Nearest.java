package org.antiphon.study.design.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The known word closest to {@code given}, if one is close: a slip for each three letters, two at the least. */
    static Optional<String> to(String given, Collection<String> known) {
        String wanted = bare(given);
        Optional<String> best = Optional.empty();
        int fewest = Math.max(2, wanted.length() / 3) + 1;
        for (String word : known) {
            String candidate = bare(word);
            int slips = wanted.equals(candidate) ? 0 : slips(wanted, candidate);
            // a short word is all slips away from any other
            if (slips < fewest && slips < Math.max(wanted.length(), candidate.length()) - 1) {
                fewest = slips;
                best = Optional.of(word);
            }
        }
        return best;
    }

    /** " Did you mean …?" or nothing, to be put behind a sentence. */
    static String question(String given, Collection<String> known) {
        return to(given, known).map(word -> "Did you mean \"" + word + "\"?").orElse("");
    }

    /** breakEvery, break_every and break-every are one word to people. */
    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other. */
    private static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
