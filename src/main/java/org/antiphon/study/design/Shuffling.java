package org.antiphon.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.document.Id;

/** Which item's sound each item gets in a shuffled condition. */
public final class Shuffling {

    private Shuffling() {}

    /**
     * For each item of the study the one whose sound it gets, never itself; each sound is given once. Sattolo's algorithm
     * (1986): a random permutation that is one cycle.
     */
    public static Map<Id, Id> of(Study study, Condition.Shuffled condition) {
        List<Id> items = study.items().stream().map(Item::id).toList();
        List<Id> givers = new ArrayList<>(items);
        Random random = new Random(new Seed(condition.seed()).derive("sounds").value());
        for (int i = givers.size() - 1; i > 0; i--) {
            int j = random.nextInt(i);
            Id moved = givers.get(i);
            givers.set(i, givers.get(j));
            givers.set(j, moved);
        }
        Map<Id, Id> sounds = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            sounds.put(items.get(i), givers.get(i));
        }
        return sounds;
    }
}
