package org.antiphon.study.webmushra;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of a configuration as ids of a study: lower-case letters, digits and hyphens, each once. */
final class Ids {

    private static final int LONGEST = 50;

    private final Set<String> taken = new HashSet<>();

    /** The name as an id that nobody has yet. */
    String fresh(String name, String otherwise) {
        String plain = plain(name, otherwise);
        String id = plain;
        for (int number = 2; !taken.add(id); number++) {
            id = plain + "-" + number;
        }
        return id;
    }

    /** The name as an id. */
    static String plain(String name, String otherwise) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String begun = bare.matches("-?[0-9].*") ? "n" + bare.replaceFirst("^-", "") : bare;
        String cut = begun.substring(0, Math.min(LONGEST, begun.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
