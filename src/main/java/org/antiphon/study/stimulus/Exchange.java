package org.antiphon.study.stimulus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.document.Id;

/**
 * Whose sound each item gets in a shuffled condition: one cycle through all items (Sattolo 1986), so that nobody keeps their
 * own and every sound is heard once.
 */
final class Exchange {

    private Exchange() {}

    /** @throws IllegalArgumentException if there are fewer than two items */
    static Map<Id, Id> of(List<Id> items, Seed seed) {
        if (items.size() < 2) {
            throw new IllegalArgumentException("sounds are exchanged among two items at least, was " + items);
        }
        List<Id> cycle = new ArrayList<>(items);
        SplittableRandom random = new SplittableRandom(seed.derive("exchange").value());
        for (int i = cycle.size() - 1; i > 0; i--) {
            int j = random.nextInt(i);
            Id moved = cycle.get(i);
            cycle.set(i, cycle.get(j));
            cycle.set(j, moved);
        }
        Map<Id, Id> given = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            given.put(items.get(i), cycle.get(i));
        }
        return given;
    }
}
