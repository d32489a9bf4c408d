package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;

/**
 * What a page does with its item: the conditions it shows. A task has one page for each of its items and treatments.
 *
 * @param name one condition, two joined by {@code +}, or {@code all}
 */
public record Treatment(String name, List<Id> conditions) {

    private static final String ALL = "all";

    public Treatment {
        conditions = List.copyOf(conditions);
    }

    /** The treatments of a task, in the order of its document. */
    public static List<Treatment> of(Study study, Task task) {
        List<Id> conditions = study.conditionsOf(task);
        Paradigm paradigm = task.paradigm();
        if (paradigm instanceof Paradigm.Mushra || paradigm instanceof Paradigm.MultiStimulus) {
            return List.of(new Treatment(ALL, conditions));
        }
        if (paradigm instanceof Paradigm.Preference preference) {
            return pairs(conditions, preference.pairs());
        }
        if (paradigm instanceof Paradigm.Abx abx) {
            return pairs(conditions, abx.pairs());
        }
        if (paradigm instanceof Paradigm.Match) {
            return conditions.stream()
                    .map(study::condition)
                    .filter(condition -> condition instanceof Condition.Shuffled)
                    .map(condition -> pair(((Condition.Shuffled) condition).of(), condition.id()))
                    .toList();
        }
        return conditions.stream()
                .map(condition -> new Treatment(condition.text(), List.of(condition)))
                .toList();
    }

    private static List<Treatment> pairs(List<Id> conditions, List<Paradigm.Pair> named) {
        if (!named.isEmpty()) {
            return named.stream().map(pair -> pair(pair.a(), pair.b())).toList();
        }
        List<Treatment> all = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = i + 1; j < conditions.size(); j++) {
                all.add(pair(conditions.get(i), conditions.get(j)));
            }
        }
        return all;
    }

    private static Treatment pair(Id a, Id b) {
        return new Treatment(a + "+" + b, List.of(a, b));
    }
}
