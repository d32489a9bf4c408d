package org.antiphon.study.design;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antiphon.study.design.document.Id;

/** One item in one condition: what is prepared once and shown under a handle that tells neither. */
public record Stimulus(Id item, Id condition) implements Comparable<Stimulus> {

    private static final Comparator<Stimulus> ORDER =
            Comparator.comparing(Stimulus::item).thenComparing(Stimulus::condition);

    /** Every stimulus that somebody may come to see in the study: in tasks, in trainings, in checks. */
    public static SortedSet<Stimulus> of(Study study) {
        SortedSet<Stimulus> needed = new TreeSet<>();
        for (Task task : study.tasks()) {
            for (Id condition : study.conditionsOf(task)) {
                study.itemsOf(task).forEach(item -> needed.add(new Stimulus(item, condition)));
                task.training().ifPresent(training -> training.items()
                        .forEach(item -> needed.add(new Stimulus(item, condition))));
            }
        }
        for (Check check : study.checks()) {
            if (check instanceof Check.Planted planted) {
                planted.conditions().forEach(condition -> needed.add(new Stimulus(planted.item(), condition)));
            }
        }
        return needed;
    }

    @Override
    public int compareTo(Stimulus other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return item + " in " + condition;
    }
}
