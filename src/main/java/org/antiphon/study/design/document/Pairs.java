package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** Which elements of a list are those of another list: they say the same, have the same id, or stand at the same position. */
final class Pairs {

    private final JsonNode before;
    private final JsonNode after;
    private final int[] taken;
    private final boolean[] used;

    private Pairs(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        this.taken = new int[after.size()];
        this.used = new boolean[before.size()];
        Arrays.fill(taken, -1);
    }

    /** Of each element of {@code after} its position in {@code before}, or -1. */
    static int[] of(JsonNode before, JsonNode after) {
        Pairs pairs = new Pairs(before, after);
        pairs.take(Patch::same);
        pairs.take((old, now) -> old.has("id") && old.get("id").equals(now.get("id")));
        if (before.size() == after.size()) {
            for (int i = 0; i < after.size(); i++) {
                if (pairs.taken[i] < 0 && !pairs.used[i]) {
                    pairs.taken[i] = i;
                }
            }
        }
        return pairs.taken;
    }

    private void take(BiPredicate<JsonNode, JsonNode> alike) {
        for (int i = 0; i < after.size(); i++) {
            // the one at the same position first: of several that are alike each stays where it is
            for (int k = -1; k < before.size() && taken[i] < 0; k++) {
                int old = k < 0 ? i : k;
                if (old < before.size() && !used[old] && alike.test(before.get(old), after.get(i))) {
                    taken[i] = old;
                    used[old] = true;
                }
            }
        }
    }
}
